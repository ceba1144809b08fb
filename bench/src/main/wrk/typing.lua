-- An agent sends a typing notification to a local room that it is already in; its token is checked.
local headers = {
  ["Authorization"] = "Bearer " .. os.getenv("AGENT_TOKEN"),
  ["Content-Type"] = "application/json",
}
function request()
  return wrk.format("POST", "/bridge/v1/typing", headers, '{"room_id":"!bench:localhost","typing":true}')
end
