-- Sends a WhatsApp delivery, which is verified, stored and acknowledged.
local delivery = dofile(os.getenv("SCRIPTS") .. "/whatsapp.lua")
local path = "/api/webhooks/whatsapp/" .. os.getenv("CONNECTION")
function request()
  local body, headers = delivery()
  return wrk.format("POST", path, headers, body)
end
