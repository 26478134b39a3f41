#include <cstdio>
#include <set>
int main() {
    int n;
    if (std::scanf("%d", &n) != 1) return 1;
    std::set<unsigned> seen;
    unsigned state = 1;
    for (int i = 0; i < n; i++) seen.insert(state = state * 1664525u + 1013904223u);
    std::printf("%zu %u\n", seen.size(), *seen.begin());
}
