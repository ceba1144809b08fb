-- Mints an install token.
local headers = {
  ["Authorization"] = "Bearer " .. os.getenv("USER_TOKEN"),
  ["Content-Type"] = "application/json",
}
function request()
  return wrk.format("POST", "/api/install/token", headers, '{"templateAgentId":"personal-finance"}')
end
