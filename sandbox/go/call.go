// Reads calls and writes what comes of them, for the program that is generated for a function or class in Go.
//
// Each type of an interface has a kind here, such as assayList(assayMap(assayString, assayInt)): how to read and write
// it; records and tuples get theirs in the generated file. A record of the log is put together in memory and written in
// one go. Names begin with `assay`, and so do those of imports, since the submission is in the same package.
package main

import (
	assayOs "os"
	assayConv "strconv"
	assayTime "time"
)

// How values of a type are read and written.
type assayKind[T any] struct {
	read  func() T
	write func(T)
}

var (
	assayInput  []byte
	assayAt     int
	assayRecord []byte
	assayWrong  string
	assayLog    *assayOs.File
)

func assayGiveUp(what string) {
	assayOs.Stderr.WriteString(what + "\n")
	assayOs.Exit(1)
}

func assayOpen() {
	var failed error
	if assayInput, failed = assayOs.ReadFile("/assay/call"); failed != nil {
		assayGiveUp(failed.Error())
	}
	if assayLog, failed = assayOs.Create("/assay/results/log"); failed != nil {
		assayGiveUp(failed.Error())
	}
}

func assayLine() string {
	start := assayAt
	for assayInput[assayAt] != '\n' {
		assayAt++
	}
	assayAt++
	return string(assayInput[start : assayAt-1])
}

func assayReadInt() int64 {
	negative := assayInput[assayAt] == '-'
	if negative {
		assayAt++
	}
	var value int64
	for ; assayInput[assayAt] != '\n'; assayAt++ {
		value = value*10 + int64(assayInput[assayAt]-'0')
	}
	assayAt++
	if negative {
		return -value
	}
	return value
}

func assayReadCount() int {
	return int(assayReadInt())
}

func assayReadBlock() []byte {
	length := assayReadCount()
	block := append([]byte{}, assayInput[assayAt:assayAt+length]...)
	assayAt += length + 1
	return block
}

// The method of the next step; sleeping is done here.
func assayReadStep() int {
	if assayInput[assayAt] != 'z' {
		return assayReadCount()
	}
	assayAt += 2
	assayTime.Sleep(assayTime.Duration(assayReadInt()) * assayTime.Millisecond)
	return -1
}

func assayPut(line string) {
	assayRecord = append(append(assayRecord, line...), '\n')
}

func assayPutInt(value int64) {
	assayRecord = append(assayConv.AppendInt(assayRecord, value, 10), '\n')
}

func assayPutBlock(block string) {
	assayPutInt(int64(len(block)))
	assayPut(block)
}

var assayInt = assayKind[int64]{assayReadInt, assayPutInt}

var assayBool = assayKind[bool]{
	func() bool { return assayLine() == "T" },
	func(value bool) {
		if value {
			assayPut("T")
		} else {
			assayPut("F")
		}
	},
}

var assayFloat = assayKind[float64]{
	func() float64 {
		value, _ := assayConv.ParseFloat(assayLine(), 64)
		return value
	},
	func(value float64) {
		switch {
		case value != value:
			assayPut("NaN")
		case value > 0 && value-value != 0:
			assayPut("Infinity")
		case value < 0 && value-value != 0:
			assayPut("-Infinity")
		default:
			assayRecord = append(assayConv.AppendFloat(assayRecord, value, 'g', -1, 64), '\n')
		}
	},
}

var assayString = assayKind[string]{func() string { return string(assayReadBlock()) }, assayPutBlock}

var assayBytes = assayKind[[]byte]{assayReadBlock, func(block []byte) { assayPutBlock(string(block)) }}

func assayList[T any](item assayKind[T]) assayKind[[]T] {
	return assayKind[[]T]{
		func() []T {
			items := make([]T, assayReadCount())
			for i := range items {
				items[i] = item.read()
			}
			return items
		},
		func(items []T) {
			assayPutInt(int64(len(items)))
			for _, value := range items {
				item.write(value)
			}
		},
	}
}

func assaySet[T comparable](item assayKind[T]) assayKind[map[T]struct{}] {
	return assayKind[map[T]struct{}]{
		func() map[T]struct{} {
			count := assayReadCount()
			items := make(map[T]struct{}, count)
			for ; count > 0; count-- {
				items[item.read()] = struct{}{}
			}
			return items
		},
		func(items map[T]struct{}) {
			assayPutInt(int64(len(items)))
			for value := range items {
				item.write(value)
			}
		},
	}
}

func assayMap[K comparable, V any](key assayKind[K], item assayKind[V]) assayKind[map[K]V] {
	return assayKind[map[K]V]{
		func() map[K]V {
			count := assayReadCount()
			entries := make(map[K]V, count)
			for ; count > 0; count-- {
				name := key.read()
				entries[name] = item.read()
			}
			return entries
		},
		func(entries map[K]V) {
			assayPutInt(int64(len(entries)))
			for name, value := range entries {
				key.write(name)
				item.write(value)
			}
		},
	}
}

func assayOptional[T any](item assayKind[T]) assayKind[*T] {
	return assayKind[*T]{
		func() *T {
			if assayReadInt() == 0 {
				return nil
			}
			value := item.read()
			return &value
		},
		func(value *T) {
			if value == nil {
				assayPut("0")
			} else {
				assayPut("1")
				item.write(*value)
			}
		},
	}
}

func assayBegin() {
	assayRecord = append(assayRecord[:0], "R\n"...)
	assayWrong = ""
}

// Writes the record that was begun.
func assayEnd() {
	if assayWrong != "" {
		assayRecord = append(assayRecord[:0], "T "...)
		assayPutBlock(assayWrong)
	}
	if _, failed := assayLog.Write(assayRecord); failed != nil {
		assayGiveUp(failed.Error())
	}
}

// Writes that the call failed.
func assayFail(failed error) {
	message := failed.Error()
	if len(message) > 4096 {
		message = message[:4096]
	}
	assayRecord = append(assayRecord[:0], "E 0 "...)
	assayPutInt(int64(len(message)))
	assayPut("")
	assayPut(message)
	assayWrong = ""
	assayEnd()
	assayOs.Stderr.WriteString("error: " + message + "\n")
}
