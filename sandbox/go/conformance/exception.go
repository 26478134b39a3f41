package main

import "fmt"

func inner(n int) int {
	if n > 40 {
		panic(fmt.Sprintf("boom %d", n)) // HERE
	}
	return n
}

func outer(n int) int {
	return inner(n+1) + 1
}

func main() {
	fmt.Println(outer(41))
}
