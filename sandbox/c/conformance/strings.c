#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Entry {
    const char *word;
    int count;
    struct Entry *next;
} Entry;

enum { BUCKETS = 256 };

static Entry **bucket(Entry *map[BUCKETS], const char *word) {
    unsigned hash = 5381;
    for (const char *c = word; *c; c++) hash = hash * 33 + (unsigned char)*c;
    return &map[hash % BUCKETS];
}

static Entry *find(Entry *map[BUCKETS], const char *word) {
    Entry *entry = *bucket(map, word);
    while (entry && strcmp(entry->word, word) != 0) entry = entry->next;
    return entry;
}

int main(void) {
    int n;
    if (scanf("%d", &n) != 1) return 1;
    char *text = malloc((size_t)n * 4 + 1), *end = text;
    for (int i = 0; i < n; i++) end += sprintf(end, "%sw%d", i > 0 ? " " : "", i % 100);
    size_t length = end - text;

    Entry *map[BUCKETS] = {0};
    int distinct = 0;
    for (char *word = strtok(text, " "); word; word = strtok(NULL, " ")) {
        Entry *entry = find(map, word);
        if (!entry) {
            Entry **first = bucket(map, word);
            entry = malloc(sizeof *entry);
            *entry = (Entry){word, 0, *first};
            *first = entry;
            distinct++;
        }
        entry->count++;
    }
    const Entry *seventh = find(map, "w7");
    printf("%d %d %zu\n", distinct, seventh ? seventh->count : 0, length);
}
