count = gets.to_i
state = 42
numbers = Array.new(count) { state = (state * 1_103_515_245 + 12_345) % 2**31 }
numbers.sort!
puts numbers.each.with_index(1).sum { |number, place| place * number } % 1_000_000_007
