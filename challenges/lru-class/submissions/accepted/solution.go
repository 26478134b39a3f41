package main

import (
	"container/list"
	"errors"
)

type entry struct {
	key, value int64
}

type LruCache struct {
	capacity int64
	entries  *list.List // of *entry; the one used last is in front
	places   map[int64]*list.Element
}

func NewLruCache(capacity int64) (*LruCache, error) {
	if capacity < 1 {
		return nil, errors.New("capacity must be at least 1")
	}
	return &LruCache{capacity, list.New(), make(map[int64]*list.Element)}, nil
}

func (l *LruCache) Get(key int64) *int64 {
	place, ok := l.places[key]
	if !ok {
		return nil
	}
	l.entries.MoveToFront(place)
	value := place.Value.(*entry).value
	return &value
}

func (l *LruCache) Put(key int64, value int64) {
	if place, ok := l.places[key]; ok {
		place.Value.(*entry).value = value
		l.entries.MoveToFront(place)
		return
	}
	if l.Size() == l.capacity {
		oldest := l.entries.Remove(l.entries.Back()).(*entry)
		delete(l.places, oldest.key)
	}
	l.places[key] = l.entries.PushFront(&entry{key, value})
}

func (l *LruCache) Size() int64 {
	return int64(len(l.places))
}
