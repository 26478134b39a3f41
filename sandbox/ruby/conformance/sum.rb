sum = 0
while (line = gets)
  sum += line.to_i
end
puts sum
