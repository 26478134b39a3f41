package main

import "errors"

type RateLimiter struct {
	limit, windowMs int64
	allowed         map[string][]int64 // the moments of each key's requests, the oldest first
}

func NewRateLimiter(limit int64, windowMs int64) (*RateLimiter, error) {
	if limit < 1 || windowMs < 1 {
		return nil, errors.New("limit and window must be at least 1")
	}
	return &RateLimiter{limit, windowMs, make(map[string][]int64)}, nil
}

func (r *RateLimiter) Allow(key string, atMs int64) bool {
	if r.Remaining(key, atMs) == 0 {
		return false
	}
	r.allowed[key] = append(r.allowed[key], atMs)
	return true
}

func (r *RateLimiter) Remaining(key string, atMs int64) int64 {
	allowed := r.allowed[key]
	for len(allowed) > 0 && allowed[0] <= atMs-r.windowMs {
		allowed = allowed[1:]
	}
	if len(allowed) == 0 {
		delete(r.allowed, key)
	} else {
		r.allowed[key] = allowed
	}
	return r.limit - int64(len(allowed))
}
