#include <stdint.h>
#include <stdio.h>
#include <string.h>

#define SLOTS (1 << 18)
#define ENTRIES 100001

/* A chained hash table whose entries also hang in a ring; entry 0 is the ring's anchor. */
static int bucket[SLOTS];
static int chain[ENTRIES], newer[ENTRIES], older[ENTRIES];
static int key_of[ENTRIES];
static int64_t value_of[ENTRIES];

static unsigned slot(int key) {
    return ((uint32_t)key * 2654435769u) >> 14;
}

static int find(int key) {
    int e = bucket[slot(key)];
    while (e != 0 && key_of[e] != key) e = chain[e];
    return e;
}

static void unlink_entry(int e) {
    newer[older[e]] = newer[e];
    older[newer[e]] = older[e];
}

static void push_newest(int e) {
    older[e] = older[0];
    newer[e] = 0;
    newer[older[0]] = e;
    older[0] = e;
}

static void remove_from_table(int e) {
    int *p = &bucket[slot(key_of[e])];
    while (*p != e) p = &chain[*p];
    *p = chain[e];
}

int main(void) {
    int capacity, count, used = 0;
    long long hits = 0, misses = 0, evictions = 0;
    if (scanf("%d %d", &capacity, &count) != 2) return 1;
    while (count-- > 0) {
        char word[8];
        int key;
        if (scanf("%7s %d", word, &key) != 2) return 1;
        int e = find(key);
        if (strcmp(word, "GET") == 0) {
            if (e == 0) {
                misses++;
                puts("MISS");
                continue;
            }
            hits++;
            unlink_entry(e);
            push_newest(e);
            printf("%lld\n", (long long)value_of[e]);
        } else {
            long long value;
            if (scanf("%lld", &value) != 1) return 1;
            if (capacity == 0) continue;
            if (e != 0) {
                unlink_entry(e);
            } else {
                if (used < capacity) {
                    e = ++used;
                } else {
                    e = newer[0];
                    unlink_entry(e);
                    remove_from_table(e);
                    evictions++;
                }
                key_of[e] = key;
                chain[e] = bucket[slot(key)];
                bucket[slot(key)] = e;
            }
            value_of[e] = value;
            push_newest(e);
        }
    }
    printf("%lld %lld %lld\n", hits, misses, evictions);
    return 0;
}
