package main

import (
	"fmt"
	"sort"
)

func main() {
	var n int
	fmt.Scan(&n)
	total := 0
	for target := 0; target < 500; target++ {
		total += sort.Search(n, func(i int) bool { return i > n/3+target })
	}
	fmt.Println(total)
}
