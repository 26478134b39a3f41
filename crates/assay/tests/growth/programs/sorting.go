package main

import (
	"bufio"
	"fmt"
	"os"
	"sort"
	"strconv"
)

func main() {
	in := bufio.NewScanner(os.Stdin)
	in.Split(bufio.ScanWords)
	values := []int{}
	for in.Scan() {
		value, _ := strconv.Atoi(in.Text())
		values = append(values, value)
	}
	sort.Ints(values)
	fmt.Println(values[0], values[len(values)/2])
}
