package main

import (
	"errors"
	"maps"
	"time"
)

type entry struct {
	value int64
	until time.Time
}

type TtlCache struct {
	entries map[string]entry
}

func NewTtlCache() *TtlCache {
	return &TtlCache{make(map[string]entry)}
}

func (t *TtlCache) Put(key string, value int64, ttlMs int64) error {
	if ttlMs < 1 {
		return errors.New("a time to live must be at least 1 ms")
	}
	t.entries[key] = entry{value, time.Now().Add(time.Duration(ttlMs) * time.Millisecond)}
	return nil
}

func (t *TtlCache) Get(key string) *int64 {
	found, ok := t.entries[key]
	if !ok || !time.Now().Before(found.until) {
		return nil
	}
	return &found.value
}

func (t *TtlCache) Size() int64 {
	now := time.Now()
	maps.DeleteFunc(t.entries, func(_ string, e entry) bool { return !now.Before(e.until) })
	return int64(len(t.entries))
}
