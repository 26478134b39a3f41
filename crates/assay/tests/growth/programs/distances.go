package main

import "fmt"

func main() {
	var n int
	fmt.Scan(&n)
	d := make([][]int, n)
	for i := range d {
		d[i] = make([]int, n)
		for j := range d[i] {
			d[i][j] = (i*31+j*17)%100 + 1
		}
	}
	for k := range d {
		for i := range d {
			for j := range d {
				if through := d[i][k] + d[k][j]; through < d[i][j] {
					d[i][j] = through
				}
			}
		}
	}
	fmt.Println(d[0][n-1])
}
