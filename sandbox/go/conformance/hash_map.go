package main

import (
	"fmt"
	"log"
)

func main() {
	var n int
	if _, err := fmt.Scan(&n); err != nil {
		log.Fatal(err)
	}
	key := func(i int) uint32 { return uint32(i * 2654435761) }
	values := make(map[uint32]int)
	for i := range n {
		values[key(i)] = i
	}
	sum := 0
	for i := 0; i < n; i += 2 {
		sum += values[key(i)]
	}
	fmt.Println(len(values), sum)
}
