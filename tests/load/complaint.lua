-- A complaint of some 500 characters, each request under a repeat key of its own.
local text = string.rep("Bussen kom för sent och ingen ringde. ", 13)
local body = '{"text":"' .. text .. '"}'
math.randomseed(os.time())
local run, number = math.random(1, 1000000000), 0
request = function()
  number = number + 1
  local headers = { ["content-type"] = "application/json", ["idempotency-key"] = run .. "-" .. number }
  return wrk.format("POST", "/api/v1/complaints", headers, body)
end
local wrong = 0
response = function(status) if status ~= 201 then wrong = wrong + 1 end end
done = function(summary, latency)
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.status + errors.timeout
  io.write(string.format("FIGURES %.1f %.2f %.2f %d\n", summary.requests / (summary.duration / 1e6),
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, failed))
end
