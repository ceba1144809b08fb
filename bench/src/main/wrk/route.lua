-- Looks up the route of a random account.
local headers = { ["Authorization"] = "Bearer " .. os.getenv("GATEWAY_TOKEN") }
math.randomseed(tonumber(os.getenv("SEED"))) -- different accounts in each run
local identities = tonumber(os.getenv("IDENTITIES"))
function request()
  return wrk.format("GET", string.format(
    "/api/chat/route?platform=whatsapp&platformUserId=447%09d%%40s.whatsapp.net&templateAgentId=personal-finance",
    math.random(identities)), headers)
end
