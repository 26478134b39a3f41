package main

import (
	"bufio"
	"fmt"
	"os"
	"slices"
)

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Scan()
	points := []rune(lines.Text())
	fmt.Println(len(points))
	slices.Reverse(points)
	fmt.Println(string(points))
}
