#include "challenge.h"

#include <stdlib.h>

typedef struct {
    int64_t at; /* when the worker is free; 0 for all that are */
    int64_t worker;
} Entry;

typedef struct {
    Entry *entries;
    size_t count;
} Heap;

static bool before(Entry a, Entry b) {
    return a.at != b.at ? a.at < b.at : a.worker < b.worker;
}

static void push(Heap *heap, Entry entry) {
    size_t place = heap->count++;
    while (place > 0 && before(entry, heap->entries[(place - 1) / 2])) {
        heap->entries[place] = heap->entries[(place - 1) / 2];
        place = (place - 1) / 2;
    }
    heap->entries[place] = entry;
}

static Entry pop(Heap *heap) {
    Entry top = heap->entries[0], last = heap->entries[--heap->count];
    size_t place = 0;
    for (size_t child = 1; child < heap->count; child = 2 * place + 1) {
        if (child + 1 < heap->count && before(heap->entries[child + 1], heap->entries[child])) child++;
        if (!before(heap->entries[child], last)) break;
        heap->entries[place] = heap->entries[child];
        place = child;
    }
    heap->entries[place] = last;
    return top;
}

/* Jobs lie in one array, so of two that arrive together, the one at the lower address goes first. */
static int by_arrival(const void *left, const void *right) {
    const Job *a = *(const Job *const *)left, *b = *(const Job *const *)right;
    if (a->at != b->at) return a->at < b->at ? -1 : 1;
    return (a > b) - (a < b);
}

RunList schedule(JobList jobs, int64_t workers, const char **error) {
    RunList runs = {NULL, 0};
    if (workers < 1) {
        *error = "no workers";
        return runs;
    }
    const Job **order = malloc((jobs.count + 1) * sizeof *order);
    for (size_t i = 0; i < jobs.count; i++) order[i] = &jobs.items[i];
    qsort(order, jobs.count, sizeof *order, by_arrival);

    Heap free_ones = {malloc((size_t)workers * sizeof(Entry)), 0};
    Heap busy = {malloc((size_t)workers * sizeof(Entry)), 0};
    for (int64_t worker = 0; worker < workers; worker++) push(&free_ones, (Entry){0, worker});

    runs.items = malloc((jobs.count + 1) * sizeof *runs.items);
    int64_t start = 0;
    for (size_t i = 0; i < jobs.count; i++) {
        const Job *job = order[i];
        if (job->at > start) start = job->at;
        if (free_ones.count == 0 && busy.entries[0].at > start) start = busy.entries[0].at;
        while (busy.count > 0 && busy.entries[0].at <= start) push(&free_ones, (Entry){0, pop(&busy).worker});
        int64_t worker = pop(&free_ones).worker;
        push(&busy, (Entry){start + job->takes, worker});
        runs.items[runs.count++] = (Run){job->name, worker, start};
    }
    free(order);
    free(free_ones.entries);
    free(busy.entries);
    return runs;
}
