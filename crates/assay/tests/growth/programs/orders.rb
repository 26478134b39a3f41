def count(left, last)
  return 1 if left.empty?
  left.sum { |one| one == last + 1 ? 0 : count(left - [one], one) }
end
puts count((1..gets.to_i).to_a, 0)
