n = gets.to_i
text = ""
n.times { |i| text = (97 + i % 26).chr + text }
puts text.size
