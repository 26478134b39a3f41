package main

import (
	"fmt"
	"math"
)

func main() {
	fmt.Println(math.MaxInt64)
	fmt.Println(math.MinInt64)
	fmt.Println(9007199254740993)
	a, b := int64(3037000500), int64(3037000499)
	fmt.Println(a * b)
}
