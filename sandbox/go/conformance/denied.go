package main

import (
	"fmt"
	"os"
)

func main() {
	file, err := os.Open("/etc/passwd")
	if err != nil {
		fmt.Println("denied")
		return
	}
	defer file.Close()
	fmt.Println("opened", file.Name())
}
