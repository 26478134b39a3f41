package main

import (
	"fmt"
	"math"
)

type Shape interface {
	Name() string
	Area() float64
}

type Circle struct{ radius float64 }

func (c Circle) Name() string  { return "circle" }
func (c Circle) Area() float64 { return math.Pi * c.radius * c.radius }

type Rectangle struct{ width, height float64 }

func (r Rectangle) Name() string  { return "rectangle" }
func (r Rectangle) Area() float64 { return r.width * r.height }

// Square is a rectangle by another name.
type Square struct{ Rectangle }

func (s Square) Name() string { return "square" }

func main() {
	shapes := []Shape{Circle{1.5}, Rectangle{2, 3.5}, Square{Rectangle{4, 4}}}
	total := 0.0
	for _, shape := range shapes {
		fmt.Printf("%s %.2f\n", shape.Name(), shape.Area())
		total += shape.Area()
	}
	fmt.Printf("total %.2f\n", total)
}
