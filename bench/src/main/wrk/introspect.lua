-- A host introspects its agent's token.
local headers = {
  ["Authorization"] = "Bearer " .. os.getenv("HOST_TOKEN"),
  ["Content-Type"] = "application/x-www-form-urlencoded",
}
local body = "token=" .. os.getenv("AGENT_TOKEN")
function request()
  return wrk.format("POST", "/oauth2/introspect", headers, body)
end
