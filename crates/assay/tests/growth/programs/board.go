package main

import "fmt"

func main() {
	var n int
	fmt.Scan(&n)
	board := make([][]int32, n)
	for i := range board {
		board[i] = make([]int32, n)
		for j := range board[i] {
			board[i][j] = int32(i ^ j)
		}
	}
	fmt.Println(board[n-1][n/2])
}
