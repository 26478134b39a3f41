/* Prints whatever can be installed, and never looks for a cycle. */
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#define PACKAGES 40000
#define NEEDS 80000
#define SLOTS (1 << 17)

static char names[PACKAGES][21];
static int table[SLOTS];
static int from[NEEDS], to[NEEDS], next_need[NEEDS], first_need[PACKAGES];
static int waits_for[PACKAGES], stack[PACKAGES], order[PACKAGES];

/* The slot of the name, or the free one where it would go. */
static unsigned slot(const char *name) {
    uint32_t h = 2166136261u;
    for (const char *c = name; *c; c++) h = (h ^ (unsigned char)*c) * 16777619u;
    h = (h ^ (h >> 15)) & (SLOTS - 1);
    while (table[h] != 0 && strcmp(names[table[h] - 1], name) != 0) h = (h + 1) & (SLOTS - 1);
    return h;
}

int main(void) {
    int n, m;
    if (scanf("%d %d", &n, &m) != 2) return 1;
    for (int i = 0; i < n; i++) {
        if (scanf("%20s", names[i]) != 1) return 1;
        table[slot(names[i])] = i + 1;
        first_need[i] = -1;
    }
    for (int e = 0; e < m; e++) {
        char a[21], b[21];
        if (scanf("%20s %20s", a, b) != 2) return 1;
        from[e] = table[slot(a)] - 1;
        to[e] = table[slot(b)] - 1;
        next_need[e] = first_need[to[e]];
        first_need[to[e]] = e;
        waits_for[from[e]]++;
    }
    int ready = 0, done = 0;
    for (int i = 0; i < n; i++) {
        if (waits_for[i] == 0) stack[ready++] = i;
    }
    while (ready > 0) {
        const int b = stack[--ready];
        order[done++] = b;
        for (int e = first_need[b]; e >= 0; e = next_need[e]) {
            if (--waits_for[from[e]] == 0) stack[ready++] = from[e];
        }
    }
    puts("ORDER");
    for (int i = 0; i < done; i++) puts(names[order[i]]);
    return 0;
}
