-- One call, again and again: every answer must have status 200 and the expected words in it.
-- wrk … URL -- BODY WORDS; the last line it prints is what was counted, as JSON.

local words
local threads = {}

function setup(thread)
   table.insert(threads, thread)
end

function init(args)
   wrk.method = "POST"
   wrk.body = args[1]
   words = args[2]
   wrong = 0
   first = ""
end

function response(status, headers, body)
   if status ~= 200 or not string.find(body, words, 1, true) then
      wrong = wrong + 1
      if wrong == 1 then
         first = status .. " " .. string.sub(body, 1, 300)
      end
   end
end

local function quoted(text)
   return '"' .. string.gsub(text, '[%c"\\]', " ") .. '"'
end

function done(summary, latency, requests)
   local all, example = 0, ""
   for _, thread in ipairs(threads) do
      all = all + thread:get("wrong")
      example = example .. thread:get("first")
   end
   local lost = summary.errors
   print(string.format(
      '{"calls": %d, "micros": %d, "p50": %.1f, "p99": %.1f, "wrong": %d, "lost": %d, "first_wrong": %s}',
      summary.requests, summary.duration, latency:percentile(50), latency:percentile(99), all,
      lost.connect + lost.read + lost.write + lost.timeout, quoted(example)))
end
