#include "challenge.h"

#include <stdlib.h>
#include <string.h>

/* Each text is kept once, whether it is used as a key, as a value, or as both. */
typedef struct Text {
    char *text;
    uint32_t hash;
    struct Text *value; /* of the key, or NULL */
    int64_t count;      /* how many keys have it as their value */
    struct Text *next;  /* in the same bucket */
} Text;

typedef struct {
    Text *key;
    Text *before;
} Change;

struct Store {
    Text **buckets;
    size_t mask; /* the number of buckets, a power of two, less one */
    size_t texts;
    Change *changes; /* of the open transactions, the first first */
    size_t change_count, change_capacity;
    size_t *starts; /* how many changes there were when each of them began */
    size_t depth, start_capacity;
};

Store *store_new(void) {
    Store *self = calloc(1, sizeof *self);
    self->mask = 63;
    self->buckets = calloc(self->mask + 1, sizeof *self->buckets);
    return self;
}

static uint32_t hash_of(const char *text) {
    uint32_t hash = 2166136261u;
    for (; *text != '\0'; text++) hash = (hash ^ (unsigned char)*text) * 16777619u;
    return hash;
}

static Text *find(const Store *self, const char *text) {
    uint32_t hash = hash_of(text);
    Text *found = self->buckets[hash & self->mask];
    while (found != NULL && (found->hash != hash || strcmp(found->text, text) != 0)) found = found->next;
    return found;
}

static void link_in(Store *self, Text *text) {
    Text **bucket = &self->buckets[text->hash & self->mask];
    text->next = *bucket;
    *bucket = text;
}

static void grow(Store *self) {
    size_t count = self->mask + 1;
    Text **old = self->buckets;
    self->mask = 2 * count - 1;
    self->buckets = calloc(2 * count, sizeof *self->buckets);
    for (size_t i = 0; i < count; i++) {
        for (Text *text = old[i], *next; text != NULL; text = next) {
            next = text->next;
            link_in(self, text);
        }
    }
    free(old);
}

static Text *find_or_add(Store *self, const char *text) {
    Text *found = find(self, text);
    if (found != NULL) return found;
    if (self->texts++ > self->mask) grow(self);
    found = calloc(1, sizeof *found);
    found->text = strdup(text);
    found->hash = hash_of(text);
    link_in(self, found);
    return found;
}

static void put(Text *key, Text *value) {
    if (key->value != NULL) key->value->count--;
    if (value != NULL) value->count++;
    key->value = value;
}

static void change(Store *self, Text *key, Text *value) {
    if (self->depth > 0) {
        if (self->change_count == self->change_capacity) {
            self->change_capacity = 2 * self->change_capacity + 16;
            self->changes = realloc(self->changes, self->change_capacity * sizeof *self->changes);
        }
        self->changes[self->change_count++] = (Change){key, key->value};
    }
    put(key, value);
}

void store_set(Store *self, char *key, char *value) {
    Text *text = find_or_add(self, key);
    change(self, text, find_or_add(self, value));
}

StringOption store_get(Store *self, char *key) {
    Text *found = find(self, key);
    if (found == NULL || found->value == NULL) return (StringOption){false, NULL};
    return (StringOption){true, found->value->text};
}

bool store_remove(Store *self, char *key) {
    Text *found = find(self, key);
    if (found == NULL || found->value == NULL) return false;
    change(self, found, NULL);
    return true;
}

int64_t store_count(Store *self, char *value) {
    Text *found = find(self, value);
    return found == NULL ? 0 : found->count;
}

void store_start(Store *self) {
    if (self->depth == self->start_capacity) {
        self->start_capacity = 2 * self->start_capacity + 16;
        self->starts = realloc(self->starts, self->start_capacity * sizeof *self->starts);
    }
    self->starts[self->depth++] = self->change_count;
}

void store_commit(Store *self, const char **error) {
    if (self->depth == 0) {
        *error = "no transaction";
        return;
    }
    if (--self->depth == 0) self->change_count = 0;
}

void store_rollback(Store *self, const char **error) {
    if (self->depth == 0) {
        *error = "no transaction";
        return;
    }
    size_t start = self->starts[--self->depth];
    while (self->change_count > start) {
        Change last = self->changes[--self->change_count];
        put(last.key, last.before);
    }
}
