#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX_ROUTES 20000
#define MAX_NODES (MAX_ROUTES * 6 + 1)
#define SLOTS (1 << 18)
#define LINE 512
#define MAX_SEGMENTS 256

typedef struct {
    char pattern[208];
    char handler[24];
} Route;

typedef struct {
    int parameter; // node, 0 if none
    int route;     // index + 1, 0 if none
    int wildcard;  // index + 1, 0 if none
} Node;

typedef struct {
    int parent;
    const char *segment;
    int child;
} Edge;

static Route routes[MAX_ROUTES];
static Node nodes[MAX_NODES];
static int node_count = 1;
static Edge edges[SLOTS];

static char path[LINE];
static char *segments[MAX_SEGMENTS];
static int segment_count;

static Edge *edge(int parent, const char *segment) {
    unsigned hash = 2166136261u ^ ((unsigned)parent * 2654435761u);
    for (const char *c = segment; *c; c++) {
        hash = (hash ^ (unsigned char)*c) * 16777619u;
    }
    hash ^= hash >> 16;
    unsigned slot = hash & (SLOTS - 1);
    while (edges[slot].segment && (edges[slot].parent != parent || strcmp(edges[slot].segment, segment) != 0)) {
        slot = (slot + 1) & (SLOTS - 1);
    }
    return &edges[slot];
}

// Cuts `text` at its slashes, in place.
static int split(char *text, char **parts) {
    int count = 0;
    for (char *part = strtok(text, "/"); part && count < MAX_SEGMENTS; part = strtok(NULL, "/")) {
        parts[count++] = part;
    }
    return count;
}

static void add(int index) {
    static char storage[MAX_ROUTES][208];
    char *parts[MAX_SEGMENTS];
    strcpy(storage[index], routes[index].pattern);
    int count = split(storage[index], parts);
    int node = 0;
    for (int i = 0; i < count; i++) {
        if (parts[i][0] == '*') {
            if (!nodes[node].wildcard) nodes[node].wildcard = index + 1;
            return;
        }
        if (parts[i][0] == ':') {
            if (!nodes[node].parameter) nodes[node].parameter = node_count++;
            node = nodes[node].parameter;
        } else {
            Edge *found = edge(node, parts[i]);
            if (!found->segment) {
                found->parent = node;
                found->segment = parts[i];
                found->child = node_count++;
            }
            node = found->child;
        }
    }
    if (!nodes[node].route) nodes[node].route = index + 1;
}

// The best route (index + 1) below `node` for the segments from `at` on.
static int find(int node, int at) {
    // Mistake: a wildcard is taken to match no segment as well.
    if (at == segment_count) return nodes[node].route ? nodes[node].route : nodes[node].wildcard;
    Edge *next = edge(node, segments[at]);
    if (next->segment) {
        int found = find(next->child, at + 1);
        if (found) return found;
    }
    if (nodes[node].parameter) {
        int found = find(nodes[node].parameter, at + 1);
        if (found) return found;
    }
    return nodes[node].wildcard;
}

static void print(const Route *route) {
    char pattern[208];
    char *parts[MAX_SEGMENTS];
    strcpy(pattern, route->pattern);
    int count = split(pattern, parts);
    fputs(route->handler, stdout);
    for (int i = 0; i < count; i++) {
        if (parts[i][0] == ':') {
            printf(" %s=%s", parts[i] + 1, segments[i]);
        } else if (parts[i][0] == '*') {
            fputs(" *=", stdout);
            for (int j = i; j < segment_count; j++) {
                if (j > i) putchar('/');
                fputs(segments[j], stdout);
            }
        }
    }
    putchar('\n');
}

int main(void) {
    int n, m;
    if (scanf("%d %d", &n, &m) != 2) return 0;
    for (int i = 0; i < n; i++) {
        if (scanf("%207s %23s", routes[i].pattern, routes[i].handler) != 2) return 0;
        add(i);
    }
    while (m-- > 0) {
        if (scanf("%511s", path) != 1) return 0;
        char *query = strchr(path, '?');
        if (query) *query = '\0';
        segment_count = split(path, segments);
        int found = find(0, 0);
        if (found) {
            print(&routes[found - 1]);
        } else {
            puts("404");
        }
    }
    return 0;
}
