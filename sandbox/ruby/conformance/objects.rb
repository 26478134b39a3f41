class Shape
  def to_s
    format("%s %.2f", self.class.name.downcase, area)
  end
end

class Circle < Shape
  def initialize(radius)
    @radius = radius
  end

  def area
    Math::PI * @radius**2
  end
end

class Rectangle < Shape
  def initialize(width, height)
    @width = width
    @height = height
  end

  def area
    @width * @height
  end
end

class Square < Rectangle
  def initialize(side)
    super(side, side)
  end
end

shapes = [Circle.new(1.5), Rectangle.new(2, 3.5), Square.new(4)]
puts shapes
puts format("total %.2f", shapes.sum(&:area))
