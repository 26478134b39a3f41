#include "challenge.h"

#include <stdlib.h>

typedef struct Entry {
    int64_t key;
    int64_t value;
    struct Entry *older, *newer; /* a ring through the cache's `ends` */
    struct Entry *next;          /* in the same bucket */
} Entry;

struct LruCache {
    size_t capacity;
    size_t count;
    size_t mask; /* the number of buckets, a power of two, less one */
    Entry **buckets;
    Entry ends; /* `ends.newer` is the oldest entry, `ends.older` the newest */
};

LruCache *lru_cache_new(int64_t capacity, const char **error) {
    if (capacity < 1) {
        *error = "capacity must be at least 1";
        return NULL;
    }
    LruCache *self = calloc(1, sizeof *self);
    self->capacity = (size_t)capacity;
    self->mask = 15;
    self->buckets = calloc(self->mask + 1, sizeof *self->buckets);
    self->ends.older = self->ends.newer = &self->ends;
    return self;
}

static Entry **bucket(LruCache *self, int64_t key) {
    return &self->buckets[((uint64_t)key * 0x9e3779b97f4a7c15u >> 32) & self->mask];
}

static Entry *find(LruCache *self, int64_t key) {
    Entry *entry = *bucket(self, key);
    while (entry != NULL && entry->key != key) entry = entry->next;
    return entry;
}

static void take_out(Entry *entry) {
    entry->older->newer = entry->newer;
    entry->newer->older = entry->older;
}

static void make_newest(LruCache *self, Entry *entry) {
    entry->newer = &self->ends;
    entry->older = self->ends.older;
    entry->older->newer = entry;
    self->ends.older = entry;
}

static void use(LruCache *self, Entry *entry) {
    take_out(entry);
    make_newest(self, entry);
}

static void drop(LruCache *self, Entry *entry) {
    Entry **link = bucket(self, entry->key);
    while (*link != entry) link = &(*link)->next;
    *link = entry->next;
    take_out(entry);
    free(entry);
    self->count--;
}

static void grow(LruCache *self) {
    free(self->buckets);
    self->mask = 2 * self->mask + 1;
    self->buckets = calloc(self->mask + 1, sizeof *self->buckets);
    for (Entry *entry = self->ends.newer; entry != &self->ends; entry = entry->newer) {
        Entry **link = bucket(self, entry->key);
        entry->next = *link;
        *link = entry;
    }
}

IntOption lru_cache_get(LruCache *self, int64_t key) {
    Entry *entry = find(self, key);
    if (entry == NULL) return (IntOption){false, 0};
    use(self, entry);
    return (IntOption){true, entry->value};
}

void lru_cache_put(LruCache *self, int64_t key, int64_t value) {
    Entry *entry = find(self, key);
    if (entry != NULL) {
        entry->value = value;
        use(self, entry);
        return;
    }
    if (self->count == self->capacity) drop(self, self->ends.newer);
    if (self->count > self->mask) grow(self);
    entry = malloc(sizeof *entry);
    Entry **link = bucket(self, key);
    *entry = (Entry){.key = key, .value = value, .next = *link};
    *link = entry;
    make_newest(self, entry);
    self->count++;
}

int64_t lru_cache_size(LruCache *self) {
    return (int64_t)self->count;
}
