package main

import (
	"errors"
	"time"
)

type entry struct {
	value int64
	until int64
}

// Counts time in whole seconds.
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
	t.entries[key] = entry{value, time.Now().Unix() + (ttlMs+999)/1000}
	return nil
}

func (t *TtlCache) Get(key string) *int64 {
	found, ok := t.entries[key]
	if !ok || time.Now().Unix() >= found.until {
		return nil
	}
	return &found.value
}

func (t *TtlCache) Size() int64 {
	now := time.Now().Unix()
	for key, found := range t.entries {
		if now >= found.until {
			delete(t.entries, key)
		}
	}
	return int64(len(t.entries))
}
