package main

import (
	"fmt"
	"log"
	"strings"
)

func main() {
	var n int
	if _, err := fmt.Scan(&n); err != nil {
		log.Fatal(err)
	}
	var text strings.Builder
	for i := range n {
		if i > 0 {
			text.WriteByte(' ')
		}
		fmt.Fprintf(&text, "w%d", i%100)
	}
	counts := make(map[string]int)
	for _, word := range strings.Split(text.String(), " ") {
		counts[word]++
	}
	fmt.Println(len(counts), counts["w7"], text.Len())
}
