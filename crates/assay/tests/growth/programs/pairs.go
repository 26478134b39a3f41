package main

import "fmt"

func main() {
	var n int
	fmt.Scan(&n)
	count := 0
	for i := 0; i < n; i++ {
		for j := i + 1; j < n; j++ {
			if i*j%7 == 3 {
				count++
			}
		}
	}
	fmt.Println(count)
}
