def sort(values)
  return values if values.size < 2

  pivot = values[values.size / 2]
  less, rest = values.partition { |value| value < pivot }
  same, more = rest.partition { |value| value == pivot }
  sort(less) + same + sort(more)
end
gets
puts sort(gets.split.map(&:to_i)).first
