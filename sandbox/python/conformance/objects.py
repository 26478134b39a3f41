from abc import ABC, abstractmethod
from dataclasses import dataclass
from math import pi


class Shape(ABC):
    name: str

    @abstractmethod
    def area(self) -> float: ...


@dataclass
class Circle(Shape):
    radius: float
    name = "circle"

    def area(self) -> float:
        return pi * self.radius**2


@dataclass
class Rectangle(Shape):
    width: float
    height: float
    name = "rectangle"

    def area(self) -> float:
        return self.width * self.height


class Square(Rectangle):
    name = "square"

    def __init__(self, side: float) -> None:
        super().__init__(side, side)


shapes = [Circle(1.5), Rectangle(2, 3.5), Square(4)]
for shape in shapes:
    print(f"{shape.name} {shape.area():.2f}")
print(f"total {sum(shape.area() for shape in shapes):.2f}")
