package main

import (
	"cmp"
	"container/heap"
	"errors"
	"slices"
)

type Job struct {
	Name  string
	At    int64
	Takes int64
}

type Run struct {
	Name   string
	Worker int64
	Start  int64
}

// A worker, and the moment at which it is free: the same for all that are.
type turn struct {
	at, worker int64
}

type turns []turn

func (t turns) Len() int      { return len(t) }
func (t turns) Swap(i, j int) { t[i], t[j] = t[j], t[i] }
func (t turns) Less(i, j int) bool {
	return t[i].at < t[j].at || t[i].at == t[j].at && t[i].worker < t[j].worker
}
func (t *turns) Push(x any) { *t = append(*t, x.(turn)) }
func (t *turns) Pop() any {
	last := (*t)[len(*t)-1]
	*t = (*t)[:len(*t)-1]
	return last
}

func schedule(jobs []Job, workers int64) ([]Run, error) {
	if workers < 1 {
		return nil, errors.New("no workers")
	}
	jobs = slices.Clone(jobs)
	slices.SortStableFunc(jobs, func(a, b Job) int { return cmp.Compare(a.At, b.At) })

	var free, busy turns
	for worker := range workers {
		free = append(free, turn{0, worker})
	}
	runs := make([]Run, 0, len(jobs))
	var start int64
	for _, job := range jobs {
		start = max(start, job.At)
		if len(free) == 0 {
			start = max(start, busy[0].at)
		}
		for len(busy) > 0 && busy[0].at <= start {
			heap.Push(&free, turn{0, heap.Pop(&busy).(turn).worker})
		}
		worker := heap.Pop(&free).(turn).worker
		heap.Push(&busy, turn{start + job.Takes, worker})
		runs = append(runs, Run{job.Name, worker, start})
	}
	return runs, nil
}
