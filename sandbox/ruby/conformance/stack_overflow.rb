def dive(depth)
  1 + dive(depth + 1)
end

puts dive(0)
