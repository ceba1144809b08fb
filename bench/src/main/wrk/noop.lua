-- The resource that does nothing, called as the others are: same credentials, a query that differs each time.
local headers = { ["Authorization"] = "Bearer " .. os.getenv("GATEWAY_TOKEN") }
math.randomseed(tonumber(os.getenv("SEED"))) -- other accounts in each run
local identities = tonumber(os.getenv("IDENTITIES"))
function request()
  return wrk.format("GET", "/bench/noop?i=" .. math.random(identities), headers)
end
