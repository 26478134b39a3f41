size = gets.to_i
a = Array.new(size) { |i| Array.new(size) { |j| i * j % 7 + 0.5 } }
b = Array.new(size) { |i| Array.new(size) { |j| (i + j) % 5 - 1.25 } }
columns = b.transpose
product = a.map do |row|
  columns.map do |column|
    sum = 0.0
    row.each_with_index { |value, k| sum += value * column[k] }
    sum
  end
end
trace = 0.0
size.times { |i| trace += product[i][i] }
puts format("%.3f", trace)
