#include <stdio.h>
#include <stdlib.h>
int main(void) {
    int n;
    long long total = 0;
    if (scanf("%d", &n) != 1) return 1;
    long long *sums = malloc((n + 1) * sizeof *sums);
    sums[0] = 0;
    for (int i = 0; i < n; i++) sums[i + 1] = (sums[i] + i) % 1000003;
    for (int i = 0; i < n; i++) total += sums[n] - sums[i];
    printf("%lld\n", total);
}
