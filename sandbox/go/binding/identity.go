package main

import (
	"fmt"
	"math/big"
)

type IntIntPair struct {
	First  int64
	Second int64
}

type StringIntPair struct {
	First  string
	Second int64
}

type PointBoolStringOptionListTriple struct {
	First  Point
	Second bool
	Third  []*string
}

type Point struct {
	X int64
	Y int64
}

type Everything struct {
	Flag       bool
	Count      int64
	Big        *big.Int
	Ratio      float64
	Name       string
	RawBytes   []byte
	Numbers    []int64
	Rows       [][]string
	Ages       map[string]int64
	Heights    map[Point][]float64
	Switches   map[int64]bool
	Seen       map[string]struct{}
	Corners    map[IntIntPair]struct{}
	Maybe      *int64
	MaybePoint *Point
	MaybeList  *[]*big.Int
	Pair       StringIntPair
	Triple     PointBoolStringOptionListTriple
	Type       map[string]map[string]*[]byte
}

func identity(value Everything) Everything {
	if value.Flag && (value.Heights[Point{1, 2}][0] != 0.1 || len(value.RawBytes) != 256 || value.Pair.Second != 42) {
		panic("not what was expected")
	}
	if _, found := value.Corners[IntIntPair{2, 1}]; value.Flag && !found {
		panic("not what was expected")
	}
	fmt.Println("debugging", value)
	return value
}
