package main

import "fmt"

func main() {
	for _, x := range []float64{1.0 / 3, 2.5, -1e-7, 123456789.125, 1e15 / 7} {
		fmt.Printf("%.6f\n", x)
	}
}
