use std::f64::consts::PI;

trait Shape {
    fn name(&self) -> &str;
    fn area(&self) -> f64;
}

struct Circle(f64);
struct Rectangle(f64, f64);
struct Square(f64);

impl Shape for Circle {
    fn name(&self) -> &str {
        "circle"
    }

    fn area(&self) -> f64 {
        PI * self.0 * self.0
    }
}

impl Shape for Rectangle {
    fn name(&self) -> &str {
        "rectangle"
    }

    fn area(&self) -> f64 {
        self.0 * self.1
    }
}

impl Shape for Square {
    fn name(&self) -> &str {
        "square"
    }

    fn area(&self) -> f64 {
        self.0 * self.0
    }
}

fn main() {
    let shapes: Vec<Box<dyn Shape>> = vec![Box::new(Circle(1.5)), Box::new(Rectangle(2.0, 3.5)), Box::new(Square(4.0))];
    for shape in &shapes {
        println!("{} {:.2}", shape.name(), shape.area());
    }
    println!("total {:.2}", shapes.iter().map(|shape| shape.area()).sum::<f64>());
}
