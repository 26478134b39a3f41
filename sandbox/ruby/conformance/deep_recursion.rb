def sum_to(number)
  number.zero? ? 0 : number + sum_to(number - 1)
end

puts sum_to(10_000)
