count = gets.to_i
table = {}
count.times { |number| table[number * 2_654_435_761 % 2**32] = number }
sum = 0
0.step(count - 1, 2) { |number| sum += table[number * 2_654_435_761 % 2**32] }
puts "#{table.size} #{sum}"
