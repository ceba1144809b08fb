-- Creates WhatsApp deliveries, each with a new message of a random account and its signature (X-Hub-Signature-256). The
-- MAC is computed by the crypto library that wrk is linked with.
local ffi = require("ffi")
ffi.cdef [[
  const void *EVP_sha256(void);
  unsigned char *HMAC(const void *md, const void *key, int key_len, const unsigned char *data, size_t n,
                      unsigned char *mac, unsigned int *mac_len);
]]
local secret = os.getenv("WEBHOOK_SECRET")
math.randomseed(tonumber(os.getenv("SEED"))) -- different accounts in each run
local identities = tonumber(os.getenv("IDENTITIES"))
local mac, length = ffi.new("unsigned char[32]"), ffi.new("unsigned int[1]")
local run, count = string.format("%x%x", os.time(), math.random(1, 2 ^ 30)), 0
local shape = '{"object":"whatsapp_business_account","entry":[{"id":"102290129340398","changes":[{"field":"messages","value":'
  .. '{"messaging_product":"whatsapp","metadata":{"display_phone_number":"447000999999","phone_number_id":"106540352242922"},'
  .. '"contacts":[{"profile":{"name":"Sheena Nelson"},"wa_id":"%s"}],"messages":[{"from":"%s","id":"wamid.%s.%d",'
  .. '"timestamp":"%d","type":"text","text":{"body":"What did I spend on coffee this month?"}}]}}]}]}'

-- Returns a body and its headers.
return function()
  count = count + 1
  local account = string.format("447%09d", math.random(identities))
  local body = string.format(shape, account, account, run, count, os.time())
  ffi.C.HMAC(ffi.C.EVP_sha256(), secret, #secret, body, #body, mac, length)
  local hex = {}
  for i = 0, 31 do
    hex[i + 1] = string.format("%02x", mac[i])
  end
  return body, { ["Content-Type"] = "application/json", ["X-Hub-Signature-256"] = "sha256=" .. table.concat(hex) }
end
