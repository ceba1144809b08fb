-- An agent shows that it types in a local room: its token is checked, and it is in the room already.
local headers = {
  ["Authorization"] = "Bearer " .. os.getenv("AGENT_TOKEN"),
  ["Content-Type"] = "application/json",
}
function request()
  return wrk.format("POST", "/bridge/v1/typing", headers, '{"room_id":"!bench:localhost","typing":true}')
end
