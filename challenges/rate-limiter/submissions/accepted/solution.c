#include "challenge.h"

#include <stdlib.h>
#include <string.h>

/* The moments of a key's requests in a ring buffer, the oldest first. */
typedef struct Key {
    char *name;
    int64_t *moments;
    size_t first, count, capacity;
    struct Key *next;
} Key;

enum { BUCKETS = 4096 };

struct RateLimiter {
    int64_t limit;
    int64_t window_ms;
    Key *buckets[BUCKETS];
};

RateLimiter *rate_limiter_new(int64_t limit, int64_t window_ms, const char **error) {
    if (limit < 1 || window_ms < 1) {
        *error = "limit and window must be at least 1";
        return NULL;
    }
    RateLimiter *self = calloc(1, sizeof *self);
    self->limit = limit;
    self->window_ms = window_ms;
    return self;
}

static Key *find(RateLimiter *self, const char *name) {
    uint32_t hash = 2166136261u;
    for (const char *c = name; *c != '\0'; c++) hash = (hash ^ (unsigned char)*c) * 16777619u;
    Key **bucket = &self->buckets[hash % BUCKETS];
    for (Key *key = *bucket; key != NULL; key = key->next) {
        if (strcmp(key->name, name) == 0) return key;
    }
    Key *key = calloc(1, sizeof *key);
    key->name = strdup(name);
    key->next = *bucket;
    *bucket = key;
    return key;
}

static void add(Key *key, int64_t moment) {
    if (key->count == key->capacity) {
        size_t capacity = key->capacity == 0 ? 4 : 2 * key->capacity;
        int64_t *moments = malloc(capacity * sizeof *moments);
        for (size_t i = 0; i < key->count; i++) moments[i] = key->moments[(key->first + i) % key->capacity];
        free(key->moments);
        key->moments = moments;
        key->first = 0;
        key->capacity = capacity;
    }
    key->moments[(key->first + key->count++) % key->capacity] = moment;
}

static int64_t remaining(RateLimiter *self, Key *key, int64_t at_ms) {
    while (key->count > 0 && key->moments[key->first] <= at_ms - self->window_ms) {
        key->first = (key->first + 1) % key->capacity;
        key->count--;
    }
    return self->limit - (int64_t)key->count;
}

bool rate_limiter_allow(RateLimiter *self, char *key, int64_t at_ms) {
    Key *found = find(self, key);
    if (remaining(self, found, at_ms) == 0) return false;
    add(found, at_ms);
    return true;
}

int64_t rate_limiter_remaining(RateLimiter *self, char *key, int64_t at_ms) {
    return remaining(self, find(self, key), at_ms);
}
