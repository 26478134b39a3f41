package main

import "fmt"

func main() {
	x := uint32(1)
	for x != 0 {
		x = x*1664525 | 1
	}
	fmt.Println(x)
}
