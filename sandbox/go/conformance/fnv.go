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
	bytes := make([]byte, n)
	for i := range bytes {
		bytes[i] = byte(i * 31)
	}
	hash := uint32(2166136261)
	for _, b := range bytes {
		hash = (hash ^ uint32(b)) * 16777619
	}
	fmt.Printf("%08x\n", hash)
}
