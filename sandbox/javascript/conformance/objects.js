class Circle {
  #radius;

  constructor(radius) {
    this.#radius = radius;
  }

  get name() {
    return "circle";
  }

  area() {
    return Math.PI * this.#radius ** 2;
  }
}

class Rectangle {
  constructor(width, height) {
    this.width = width;
    this.height = height;
  }

  get name() {
    return "rectangle";
  }

  area() {
    return this.width * this.height;
  }
}

class Square extends Rectangle {
  constructor(side) {
    super(side, side);
  }

  get name() {
    return "square";
  }
}

const shapes = [new Circle(1.5), new Rectangle(2, 3.5), new Square(4)];
let total = 0;
for (const shape of shapes) {
  console.log(`${shape.name} ${shape.area().toFixed(2)}`);
  total += shape.area();
}
console.log(`total ${total.toFixed(2)}`);
