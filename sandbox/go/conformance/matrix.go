package main

import (
	"fmt"
	"log"
)

func main() {
	var n int
	if _, err := fmt.Scan(&n); err != nil {
		log.Fatal(err)
	}
	a, b, product := square(n), square(n), square(n)
	for i := range n {
		for j := range n {
			a[i][j] = float64((i*j)%7) + 0.5
			b[i][j] = float64((i+j)%5) - 1.25
		}
	}
	for i := range n {
		for k := range n {
			for j := range n {
				product[i][j] += a[i][k] * b[k][j]
			}
		}
	}
	trace := 0.0
	for i := range n {
		trace += product[i][i]
	}
	fmt.Printf("%.3f\n", trace)
}

func square(n int) [][]float64 {
	rows := make([][]float64, n)
	for i := range rows {
		rows[i] = make([]float64, n)
	}
	return rows
}
