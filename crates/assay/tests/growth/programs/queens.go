package main

import "fmt"

func place(n, row, columns, left, right int) int {
	if row == n {
		return 1
	}
	count := 0
	for free := (1<<n - 1) &^ (columns | left | right); free != 0; free &= free - 1 {
		bit := free & -free
		count += place(n, row+1, columns|bit, (left|bit)<<1, (right|bit)>>1)
	}
	return count
}

func main() {
	var n int
	fmt.Scan(&n)
	fmt.Println(place(n, 0, 0, 0, 0))
}
