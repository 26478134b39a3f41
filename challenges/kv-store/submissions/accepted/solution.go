package main

import "errors"

var errNone = errors.New("no transaction")

// What a key had before it was changed.
type change struct {
	key    string
	before *string
}

type Store struct {
	values  map[string]string
	counts  map[string]int64
	changes []change // of the open transactions, the first first
	starts  []int    // how many changes there were when each of them began
}

func NewStore() *Store {
	return &Store{values: make(map[string]string), counts: make(map[string]int64)}
}

func (s *Store) Set(key string, value string) {
	s.change(key, &value)
}

func (s *Store) Get(key string) *string {
	if value, ok := s.values[key]; ok {
		return &value
	}
	return nil
}

func (s *Store) Remove(key string) bool {
	if _, ok := s.values[key]; !ok {
		return false
	}
	s.change(key, nil)
	return true
}

func (s *Store) Count(value string) int64 {
	return s.counts[value]
}

func (s *Store) Start() {
	s.starts = append(s.starts, len(s.changes))
}

func (s *Store) Commit() error {
	if len(s.starts) == 0 {
		return errNone
	}
	s.starts = s.starts[:len(s.starts)-1]
	if len(s.starts) == 0 {
		s.changes = nil
	}
	return nil
}

func (s *Store) Rollback() error {
	if len(s.starts) == 0 {
		return errNone
	}
	start := s.starts[len(s.starts)-1]
	s.starts = s.starts[:len(s.starts)-1]
	for i := len(s.changes) - 1; i >= start; i-- {
		s.put(s.changes[i].key, s.changes[i].before)
	}
	s.changes = s.changes[:start]
	return nil
}

func (s *Store) change(key string, value *string) {
	if len(s.starts) > 0 {
		s.changes = append(s.changes, change{key, s.Get(key)})
	}
	s.put(key, value)
}

func (s *Store) put(key string, value *string) {
	if before, ok := s.values[key]; ok {
		s.counts[before]--
		if s.counts[before] == 0 {
			delete(s.counts, before)
		}
	}
	if value == nil {
		delete(s.values, key)
	} else {
		s.values[key] = *value
		s.counts[*value]++
	}
}
