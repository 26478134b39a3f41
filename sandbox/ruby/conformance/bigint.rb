puts 2**200
puts (1..50).reduce(:*)
