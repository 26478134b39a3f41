package main

import (
	"fmt"
	"io"
	"log"
	"os"
	"strings"
)

func main() {
	text, err := io.ReadAll(os.Stdin)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Print(len(strings.Fields(string(text))))
}
