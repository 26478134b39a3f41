line = gets.chomp
puts line.length
puts line.reverse
