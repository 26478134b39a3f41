package main

import "fmt"

func main() {
	var n int
	fmt.Scan(&n)
	seen := map[int]int{}
	state := uint64(1)
	for i := 0; i < n; i++ {
		state = state*6364136223846793005 + 1442695040888963407
		seen[int(state>>40)]++
	}
	fmt.Println(len(seen))
}
