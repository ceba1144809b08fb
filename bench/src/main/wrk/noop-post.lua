-- Calls the no-op resource with a webhook's body.
local delivery = dofile(os.getenv("SCRIPTS") .. "/whatsapp.lua")
function request()
  local body, headers = delivery()
  return wrk.format("POST", "/bench/noop", headers, body)
end
