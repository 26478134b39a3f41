package main

import (
	"fmt"
	"time"
)

func main() {
	start := time.Now()
	time.Sleep(5 * time.Second)
	fmt.Println(int(time.Since(start).Seconds()))
}
