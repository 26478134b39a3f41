import java.util.List;

interface Shape {
    String name();

    double area();
}

record Circle(double radius) implements Shape {
    public String name() {
        return "circle";
    }

    public double area() {
        return Math.PI * radius * radius;
    }
}

record Rectangle(double width, double height) implements Shape {
    public String name() {
        return "rectangle";
    }

    public double area() {
        return width * height;
    }
}

record Square(double side) implements Shape {
    public String name() {
        return "square";
    }

    public double area() {
        return side * side;
    }
}

public class Main {
    public static void main(String[] args) {
        List<Shape> shapes = List.of(new Circle(1.5), new Rectangle(2, 3.5), new Square(4));
        for (Shape shape : shapes) {
            System.out.printf("%s %.2f%n", shape.name(), shape.area());
        }
        System.out.printf("total %.2f%n", shapes.stream().mapToDouble(Shape::area).sum());
    }
}
