package main

import (
	"errors"
	"math/big"
	"time"
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

type Recorder struct {
	start   int64
	numbers []int64
	made    time.Time
}

var errEmpty = errors.New("there is no number")

func NewRecorder(start int64) (*Recorder, error) {
	if start < 0 {
		return nil, errors.New("the start is below zero")
	}
	return &Recorder{start: start, made: time.Now()}, nil
}

func (r *Recorder) Echo(value Everything) Everything {
	return value
}

func (r *Recorder) Push(number int64) {
	r.numbers = append(r.numbers, number)
}

func (r *Recorder) Pop() (int64, error) {
	if len(r.numbers) == 0 {
		return 0, errEmpty
	}
	last := r.numbers[len(r.numbers)-1]
	r.numbers = r.numbers[:len(r.numbers)-1]
	return last, nil
}

func (r *Recorder) DropAll() error {
	if len(r.numbers) == 0 {
		return errEmpty
	}
	r.numbers = nil
	return nil
}

func (r *Recorder) Total() int64 {
	total := r.start
	for _, number := range r.numbers {
		total += number
	}
	return total
}

func (r *Recorder) ElapsedMs() int64 {
	return time.Since(r.made).Milliseconds()
}

func (r *Recorder) Find(place int64) *int64 {
	if place >= int64(len(r.numbers)) {
		return nil
	}
	return &r.numbers[place]
}
