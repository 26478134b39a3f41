package main

import "fmt"

func filter[T any](list []T, keep func(T) bool) []T {
	var kept []T
	for _, x := range list {
		if keep(x) {
			kept = append(kept, x)
		}
	}
	return kept
}

func apply[T, U any](list []T, f func(T) U) []U {
	result := make([]U, 0, len(list))
	for _, x := range list {
		result = append(result, f(x))
	}
	return result
}

func counter() func() int {
	count := 0
	return func() int {
		count++
		return count
	}
}

func main() {
	var numbers []int
	for i := 1; i <= 20; i++ {
		numbers = append(numbers, i)
	}
	odd := filter(numbers, func(x int) bool { return x%2 == 1 })
	sum := 0
	for _, square := range apply(odd, func(x int) int { return x * x }) {
		sum += square
	}
	fmt.Println(sum)
	next := counter()
	fmt.Println(next(), next(), next())
}
