/* Lets the bucket grow beyond its capacity. */
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#define SLOTS (1 << 18)

/* Open addressing; there are at most 80 000 clients, so the table is never more than a third full. */
static char names[SLOTS][17];
static int64_t levels[SLOTS], seen[SLOTS];

static unsigned find(const char *name) {
    uint32_t h = 2166136261u;
    for (const char *c = name; *c; c++) h = (h ^ (unsigned char)*c) * 16777619u;
    h = (h ^ (h >> 15)) & (SLOTS - 1);
    while (names[h][0] && strcmp(names[h], name) != 0) h = (h + 1) & (SLOTS - 1);
    return h;
}

int main(void) {
    long long capacity, rate;
    int count;
    if (scanf("%lld %lld %d", &capacity, &rate, &count) != 3) return 1;
    const int64_t full = capacity * 1000;
    while (count-- > 0) {
        long long now, tokens;
        char name[17];
        if (scanf("%lld %16s %lld", &now, name, &tokens) != 3) return 1;
        const int64_t need = tokens * 1000;
        const unsigned c = find(name);
        if (!names[c][0]) {
            strcpy(names[c], name);
            levels[c] = full;
        } else {
            levels[c] += rate * (now - seen[c]);
        }
        seen[c] = now;
        if (levels[c] >= need) {
            levels[c] -= need;
            printf("ALLOW %lld\n", (long long)(levels[c] / 1000));
        } else if (need > full || rate == 0) {
            puts("DENY never");
        } else {
            printf("DENY %lld\n", (long long)((need - levels[c] + rate - 1) / rate));
        }
    }
    return 0;
}
