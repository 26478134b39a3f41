package main

import (
	"fmt"
	"math/big"
)

func main() {
	fmt.Println(new(big.Int).Exp(big.NewInt(2), big.NewInt(200), nil))
	fmt.Println(new(big.Int).MulRange(1, 50))
}
