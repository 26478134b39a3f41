#include "challenge.h"

#include <stdlib.h>
#include <string.h>

typedef StringToIntMapEntry Entry;

static int by_word(const void *left, const void *right) {
    return strcmp(((const Entry *)left)->key, ((const Entry *)right)->key);
}

static int by_count(const void *left, const void *right) {
    const Entry *a = left, *b = right;
    if (a->value != b->value) return a->value > b->value ? -1 : 1;
    return strcmp(a->key, b->key);
}

static size_t first_at_least(StringToIntMap words, const char *prefix) {
    size_t low = 0, high = words.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(words.entries[middle].key, prefix) < 0) low = middle + 1;
        else high = middle;
    }
    return low;
}

StringListList suggest(StringToIntMap searches, StringList prefixes, int64_t most) {
    StringListList all = {calloc(prefixes.count + 1, sizeof(StringList)), prefixes.count};
    qsort(searches.entries, searches.count, sizeof(Entry), by_word);
    Entry *found = malloc((searches.count + 1) * sizeof *found);
    for (size_t i = 0; i < prefixes.count && most > 0; i++) {
        const char *prefix = prefixes.items[i];
        size_t length = strlen(prefix), count = 0;
        for (size_t word = first_at_least(searches, prefix); word < searches.count; word++) {
            if (strncmp(searches.entries[word].key, prefix, length) != 0) break;
            found[count++] = searches.entries[word];
        }
        qsort(found, count, sizeof *found, by_count);
        if ((int64_t)count > most) count = (size_t)most;
        all.items[i] = (StringList){malloc((count + 1) * sizeof(char *)), count};
        for (size_t word = 0; word < count; word++) all.items[i].items[word] = found[word].key;
    }
    free(found);
    return all;
}
