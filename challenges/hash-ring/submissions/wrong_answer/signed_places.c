#include "challenge.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    int32_t at;
    uint32_t node;
} Point;

/* Takes the hashes as signed numbers: the upper half of the ring comes before the lower. */
static int32_t fnv1a(const char *text) {
    uint32_t value = 2166136261u;
    for (; *text != '\0'; text++) value = (value ^ (unsigned char)*text) * 16777619u;
    return (int32_t)value;
}

static int by_place(const void *left, const void *right) {
    const Point *a = left, *b = right;
    if (a->at != b->at) return a->at < b->at ? -1 : 1;
    return (a->node > b->node) - (a->node < b->node);
}

StringToStringMap assign(StringList nodes, int64_t replicas, StringList keys, const char **error) {
    StringToStringMap assigned = {NULL, 0};
    if (nodes.count == 0 || replicas < 1) {
        *error = "an empty ring";
        return assigned;
    }
    size_t count = 0;
    Point *points = malloc(nodes.count * (size_t)replicas * sizeof *points);
    for (size_t node = 0; node < nodes.count; node++) {
        char *name = malloc(strlen(nodes.items[node]) + 24);
        for (int64_t replica = 0; replica < replicas; replica++) {
            sprintf(name, "%s#%lld", nodes.items[node], (long long)replica);
            points[count++] = (Point){fnv1a(name), (uint32_t)node};
        }
        free(name);
    }
    qsort(points, count, sizeof *points, by_place);
    assigned.entries = malloc((keys.count + 1) * sizeof *assigned.entries);
    for (size_t i = 0; i < keys.count; i++) {
        int32_t at = fnv1a(keys.items[i]);
        size_t low = 0, high = count;
        while (low < high) {
            size_t middle = low + (high - low) / 2;
            if (points[middle].at < at) low = middle + 1;
            else high = middle;
        }
        assigned.entries[assigned.count++] =
            (StringToStringMapEntry){keys.items[i], nodes.items[points[low % count].node]};
    }
    return assigned;
}
