require "set"

Point = Struct.new(:x, :y)

def check(condition)
  raise "not what was expected" unless condition
end

def identity(value)
  if value.flag
    check(value.heights[Point.new(1, 2)][0] == 0.1 && value.corners.include?([2, 1]))
    check(value.raw_bytes.bytesize == 256 && value.pair == ["left", 42] && value.maybe_point.x == 5)
  end
  puts "debugging #{value}"
  value
end

raise "not when called" if __FILE__ == $0
