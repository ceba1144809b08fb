-- The resource that does nothing, told what a webhook is told.
local delivery = dofile(os.getenv("SCRIPTS") .. "/whatsapp.lua")
function request()
  local body, headers = delivery()
  return wrk.format("POST", "/bench/noop", headers, body)
end
