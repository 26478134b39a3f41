package main

import (
	"bufio"
	"fmt"
	"os"
)

func main() {
	lines := bufio.NewScanner(os.Stdin)
	count := 0
	for lines.Scan() {
		count++
	}
	fmt.Println(count)
}
