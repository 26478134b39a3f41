n = gets.to_i
count = 0
i = 0
while i < n
  j = i + 1
  while j < n
    count += 1 if (i * j) % 7 == 3
    j += 1
  end
  i += 1
end
puts count
