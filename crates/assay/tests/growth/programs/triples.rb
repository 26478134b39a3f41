n = gets.to_i
count = 0
1.upto(n) do |a|
  a.upto(n) do |b|
    b.upto(n) { |c| count += 1 if a * a + b * b == c * c }
  end
end
puts count
