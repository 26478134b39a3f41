#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct {
    uint32_t key, value;
    bool used;
} Slot;

// Open addressing with linear probing; the capacity is a power of two and never more than half full.
typedef struct {
    Slot *slots;
    size_t capacity, size;
} Map;

static Slot *find(const Map *map, uint32_t key) {
    size_t place = (key ^ key >> 15) * 2246822519u & (map->capacity - 1);
    while (map->slots[place].used && map->slots[place].key != key) place = (place + 1) & (map->capacity - 1);
    return &map->slots[place];
}

static void put(Map *map, uint32_t key, uint32_t value) {
    if (map->size * 2 >= map->capacity) {
        Map larger = {calloc(map->capacity * 2, sizeof(Slot)), map->capacity * 2, map->size};
        for (size_t i = 0; i < map->capacity; i++) {
            if (map->slots[i].used) *find(&larger, map->slots[i].key) = map->slots[i];
        }
        free(map->slots);
        *map = larger;
    }
    Slot *slot = find(map, key);
    map->size += !slot->used;
    *slot = (Slot){key, value, true};
}

int main(void) {
    uint32_t n;
    if (scanf("%" SCNu32, &n) != 1) return 1;
    Map map = {calloc(16, sizeof(Slot)), 16, 0};
    for (uint32_t i = 0; i < n; i++) put(&map, i * 2654435761u, i);
    uint64_t sum = 0;
    for (uint32_t i = 0; i < n; i += 2) sum += find(&map, i * 2654435761u)->value;
    printf("%zu %llu\n", map.size, (unsigned long long)sum);
    free(map.slots);
}
