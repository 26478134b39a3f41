package main

import (
	"container/heap"
	"fmt"
	"log"
)

type minHeap []int

func (h minHeap) Len() int           { return len(h) }
func (h minHeap) Less(i, j int) bool { return h[i] < h[j] }
func (h minHeap) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *minHeap) Push(x any)        { *h = append(*h, x.(int)) }
func (h *minHeap) Pop() any {
	last := len(*h) - 1
	x := (*h)[last]
	*h = (*h)[:last]
	return x
}

func main() {
	var n int
	if _, err := fmt.Scan(&n); err != nil {
		log.Fatal(err)
	}
	numbers := &minHeap{}
	x := 42
	for range n {
		x = (x*1103515245 + 12345) % (1 << 31)
		heap.Push(numbers, x)
	}
	sum := 0
	for i := range n {
		sum = (sum + heap.Pop(numbers).(int)*(i%10)) % 1_000_000_007
	}
	fmt.Println(sum)
}
