require "date"

puts Time.now.utc.to_date.iso8601
