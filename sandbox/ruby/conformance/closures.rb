def counter
  count = 0
  -> { count += 1 }
end

puts (1..20).select(&:odd?).map { |number| number**2 }.sum
tick = counter
puts 3.times.map { tick.call }.join(" ")
