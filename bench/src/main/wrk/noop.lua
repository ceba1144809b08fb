-- Calls the no-op resource like the other paths: same credentials, a different query each time.
local headers = { ["Authorization"] = "Bearer " .. os.getenv("GATEWAY_TOKEN") }
math.randomseed(tonumber(os.getenv("SEED"))) -- different accounts in each run
local identities = tonumber(os.getenv("IDENTITIES"))
function request()
  return wrk.format("GET", "/bench/noop?i=" .. math.random(identities), headers)
end
