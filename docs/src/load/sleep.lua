-- One request in ten is for /sleep.
local count = 0

function request()
  count = count + 1
  return wrk.format("GET", count % 10 == 0 and "/sleep" or "/")
end
