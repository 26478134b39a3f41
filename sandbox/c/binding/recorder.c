#include "challenge.h"

#include <stdlib.h>
#include <time.h>

struct Recorder {
    int64_t start;
    int64_t numbers[100];
    int64_t count;
    int64_t made;
};

static int64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

Recorder *recorder_new(int64_t start, const char **error) {
    if (start < 0) {
        *error = "the start is below zero";
        return NULL;
    }
    Recorder *self = calloc(1, sizeof *self);
    self->start = start;
    self->made = now();
    return self;
}

Everything recorder_echo(Recorder *self, Everything value) {
    (void)self;
    return value;
}

void recorder_push(Recorder *self, int64_t number) {
    self->numbers[self->count++] = number;
}

int64_t recorder_pop(Recorder *self, const char **error) {
    if (self->count == 0) {
        *error = "there is no number";
        return 0;
    }
    return self->numbers[--self->count];
}

void recorder_drop_all(Recorder *self, const char **error) {
    if (self->count == 0) *error = "there is no number";
    self->count = 0;
}

int64_t recorder_total(Recorder *self) {
    int64_t total = self->start;
    for (int64_t i = 0; i < self->count; i++) total += self->numbers[i];
    return total;
}

int64_t recorder_elapsed_ms(Recorder *self) {
    return now() - self->made;
}

IntOption recorder_find(Recorder *self, int64_t place) {
    if (place >= self->count) return (IntOption){false, 0};
    return (IntOption){true, self->numbers[place]};
}
