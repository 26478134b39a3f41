package main

import (
	"fmt"
	"log"
)

type cell struct{ row, column int }

func distance(n int) int {
	end := cell{n - 1, n - 1}
	wall := func(c cell) bool {
		return c.row*c.column%7 == 6 && c != cell{} && c != end
	}
	distances := make([]int, n*n)
	for i := range distances {
		distances[i] = -1
	}
	distances[0] = 0
	queue := []cell{{}}
	for len(queue) > 0 {
		at := queue[0]
		queue = queue[1:]
		for _, step := range []cell{{0, 1}, {1, 0}, {0, -1}, {-1, 0}} {
			to := cell{at.row + step.row, at.column + step.column}
			if to.row < 0 || to.row >= n || to.column < 0 || to.column >= n || wall(to) {
				continue
			}
			if distances[to.row*n+to.column] < 0 {
				distances[to.row*n+to.column] = distances[at.row*n+at.column] + 1
				queue = append(queue, to)
			}
		}
	}
	return distances[n*n-1]
}

func main() {
	var n int
	if _, err := fmt.Scan(&n); err != nil {
		log.Fatal(err)
	}
	fmt.Println(distance(n))
}
