#include "challenge.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct Entry {
    char *key;
    int64_t value;
    uint32_t until; /* on the monotonic clock, in microseconds */
    struct Entry *next;
} Entry;

enum { BUCKETS = 1024 };

struct TtlCache {
    Entry *buckets[BUCKETS];
};

/* Microseconds in 32 bits: they begin again after 71 minutes, and long times to live are cut. */
static uint32_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (uint32_t)time.tv_sec * 1000000 + (uint32_t)time.tv_nsec / 1000;
}

TtlCache *ttl_cache_new(void) {
    return calloc(1, sizeof(TtlCache));
}

/* The link to the key's entry, or to where it would be. */
static Entry **place(TtlCache *self, const char *key) {
    uint32_t hash = 2166136261u;
    for (const char *c = key; *c != '\0'; c++) hash = (hash ^ (unsigned char)*c) * 16777619u;
    Entry **link = &self->buckets[hash % BUCKETS];
    while (*link != NULL && strcmp((*link)->key, key) != 0) link = &(*link)->next;
    return link;
}

void ttl_cache_put(TtlCache *self, char *key, int64_t value, int64_t ttl_ms, const char **error) {
    if (ttl_ms < 1) {
        *error = "a time to live must be at least 1 ms";
        return;
    }
    Entry **link = place(self, key);
    if (*link == NULL) {
        *link = calloc(1, sizeof **link);
        (*link)->key = strdup(key);
    }
    (*link)->value = value;
    (*link)->until = now() + (uint32_t)ttl_ms * 1000;
}

IntOption ttl_cache_get(TtlCache *self, char *key) {
    const Entry *entry = *place(self, key);
    if (entry == NULL || entry->until <= now()) return (IntOption){false, 0};
    return (IntOption){true, entry->value};
}

int64_t ttl_cache_size(TtlCache *self) {
    uint32_t moment = now();
    int64_t alive = 0;
    for (size_t i = 0; i < BUCKETS; i++) {
        for (Entry **link = &self->buckets[i]; *link != NULL;) {
            Entry *entry = *link;
            if (entry->until > moment) {
                alive++;
                link = &entry->next;
            } else {
                *link = entry->next;
                free(entry->key);
                free(entry);
            }
        }
    }
    return alive;
}
