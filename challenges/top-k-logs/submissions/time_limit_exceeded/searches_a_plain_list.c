/* Right, but compares each line of the log with all the endpoints seen so far. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOST 50000

typedef struct {
    char path[41], method[8];
    int requests;
    int64_t bytes;
} Endpoint;

static Endpoint endpoints[MOST];
static int used;

static Endpoint *find(const char *method, const char *path) {
    for (int i = 0; i < used; i++) {
        Endpoint *e = &endpoints[i];
        if (strcmp(e->path, path) == 0 && strcmp(e->method, method) == 0) return e;
    }
    Endpoint *e = &endpoints[used++];
    strcpy(e->path, path);
    strcpy(e->method, method);
    return e;
}

static int ranks(const void *left, const void *right) {
    const Endpoint *a = left, *b = right;
    if (a->requests != b->requests) return a->requests > b->requests ? -1 : 1;
    if (a->bytes != b->bytes) return a->bytes > b->bytes ? -1 : 1;
    const int by_path = strcmp(a->path, b->path);
    return by_path != 0 ? by_path : strcmp(a->method, b->method);
}

int main(void) {
    int k, n;
    if (scanf("%d %d", &k, &n) != 2) return 1;
    for (int i = 0; i < n; i++) {
        char method[8], path[41];
        int status, bytes;
        if (scanf("%7s %40s %d %d", method, path, &status, &bytes) != 4) return 1;
        path[strcspn(path, "?")] = '\0';
        Endpoint *e = find(method, path);
        e->requests++;
        e->bytes += bytes;
    }
    qsort(endpoints, (size_t)used, sizeof endpoints[0], ranks);
    for (int i = 0; i < used && i < k; i++) {
        const Endpoint *e = &endpoints[i];
        printf("%d %lld %s %s\n", e->requests, (long long)e->bytes, e->method, e->path);
    }
    return 0;
}
