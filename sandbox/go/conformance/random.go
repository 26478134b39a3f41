package main

import (
	"fmt"
	"math/rand/v2"
)

func main() {
	for range 3 {
		fmt.Println(rand.IntN(1_000_000))
	}
}
