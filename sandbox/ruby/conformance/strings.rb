count = gets.to_i
text = Array.new(count) { |i| "w#{i % 100}" }.join(" ")
tally = text.split.tally
puts "#{tally.size} #{tally.fetch("w7", 0)} #{text.length}"
