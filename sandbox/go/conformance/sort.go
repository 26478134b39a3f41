package main

import (
	"fmt"
	"log"
	"slices"
)

func main() {
	var n int
	if _, err := fmt.Scan(&n); err != nil {
		log.Fatal(err)
	}
	numbers := make([]int, n)
	x := 42
	for i := range numbers {
		x = (x*1103515245 + 12345) % (1 << 31)
		numbers[i] = x
	}
	slices.Sort(numbers)
	sum := 0
	for i, number := range numbers {
		sum = (sum + (i+1)*number) % 1_000_000_007
	}
	fmt.Println(sum)
}
