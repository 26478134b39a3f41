#include "challenge.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    uint32_t at;
    uint32_t node;
} Point;

/* Takes bytes as `char`, which is signed here: those beyond ASCII change the upper bits, too. */
static uint32_t fnv1a(const char *text) {
    uint32_t value = 2166136261u;
    for (; *text != '\0'; text++) value = (value ^ (uint32_t)*text) * 16777619u;
    return value;
}

static int by_place(const void *left, const void *right) {
    const Point *a = left, *b = right;
    if (a->at != b->at) return a->at < b->at ? -1 : 1;
    return (a->node > b->node) - (a->node < b->node);
}

static int by_text(const void *left, const void *right) {
    return strcmp(*(char *const *)left, *(char *const *)right);
}

static size_t first_at_least(const Point *points, size_t count, uint32_t at) {
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (points[middle].at < at) low = middle + 1;
        else high = middle;
    }
    return low;
}

StringToStringMap assign(StringList nodes, int64_t replicas, StringList keys, const char **error) {
    StringToStringMap assigned = {NULL, 0};
    if (nodes.count == 0 || replicas < 1) {
        *error = "an empty ring";
        return assigned;
    }
    size_t count = 0, longest = 0;
    for (size_t node = 0; node < nodes.count; node++) {
        size_t length = strlen(nodes.items[node]);
        if (length > longest) longest = length;
    }
    char *name = malloc(longest + 24);
    Point *points = malloc(nodes.count * (size_t)replicas * sizeof *points);
    for (size_t node = 0; node < nodes.count; node++) {
        for (int64_t replica = 0; replica < replicas; replica++) {
            sprintf(name, "%s#%lld", nodes.items[node], (long long)replica);
            points[count++] = (Point){fnv1a(name), (uint32_t)node};
        }
    }
    qsort(points, count, sizeof *points, by_place);

    /* Sorted, so that a key that is given twice is entered once. */
    qsort(keys.items, keys.count, sizeof *keys.items, by_text);
    assigned.entries = malloc((keys.count + 1) * sizeof *assigned.entries);
    for (size_t i = 0; i < keys.count; i++) {
        if (i > 0 && strcmp(keys.items[i], keys.items[i - 1]) == 0) continue;
        size_t point = first_at_least(points, count, fnv1a(keys.items[i]));
        if (point == count) point = 0;
        assigned.entries[assigned.count++] = (StringToStringMapEntry){keys.items[i], nodes.items[points[point].node]};
    }
    free(points);
    free(name);
    return assigned;
}
