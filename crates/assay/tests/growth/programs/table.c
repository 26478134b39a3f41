#include <stdio.h>
#include <stdlib.h>
int main(void) {
    int n;
    if (scanf("%d", &n) != 1) return 1;
    int *best = calloc((size_t)(n + 1) * (n + 1), sizeof *best);
    for (int i = 1; i <= n; i++)
        for (int j = 1; j <= n; j++) {
            int up = best[(i - 1) * (n + 1) + j], left = best[i * (n + 1) + j - 1];
            best[i * (n + 1) + j] = i * i % 26 == j % 26 ? best[(i - 1) * (n + 1) + j - 1] + 1 : up > left ? up : left;
        }
    printf("%d\n", best[n * (n + 1) + n]);
}
