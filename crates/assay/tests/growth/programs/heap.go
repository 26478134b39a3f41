package main

import (
	"container/heap"
	"fmt"
)

type queue []int

func (q queue) Len() int           { return len(q) }
func (q queue) Less(i, j int) bool { return q[i] < q[j] }
func (q queue) Swap(i, j int)      { q[i], q[j] = q[j], q[i] }
func (q *queue) Push(x any)        { *q = append(*q, x.(int)) }
func (q *queue) Pop() any {
	last := (*q)[len(*q)-1]
	*q = (*q)[:len(*q)-1]
	return last
}

func main() {
	var n int
	fmt.Scan(&n)
	q, state, total := &queue{}, uint32(1), 0
	for range n {
		state = state*1664525 + 1013904223
		heap.Push(q, int(state>>8))
	}
	for q.Len() > 0 {
		total = (total*31 + heap.Pop(q).(int)) % 1000003
	}
	fmt.Println(total)
}
