package main

import "fmt"

func down(n int) int {
	return down(n+1) + n
}

func main() {
	fmt.Println(down(0))
}
