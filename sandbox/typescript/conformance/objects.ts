interface Shape {
  readonly name: string;
  area(): number;
}

class Circle implements Shape {
  readonly name = "circle";

  constructor(private readonly radius: number) {}

  area(): number {
    return Math.PI * this.radius ** 2;
  }
}

class Rectangle implements Shape {
  readonly name: string = "rectangle";

  constructor(
    protected readonly width: number,
    protected readonly height: number,
  ) {}

  area(): number {
    return this.width * this.height;
  }
}

class Square extends Rectangle {
  override readonly name = "square";

  constructor(side: number) {
    super(side, side);
  }
}

const shapes: Shape[] = [new Circle(1.5), new Rectangle(2, 3.5), new Square(4)];
let total = 0;
for (const shape of shapes) {
  console.log(`${shape.name} ${shape.area().toFixed(2)}`);
  total += shape.area();
}
console.log(`total ${total.toFixed(2)}`);
