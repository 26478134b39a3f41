#include <stdio.h>
int main(void) {
    unsigned long long n, count = 0;
    if (scanf("%llu", &n) != 1) return 1;
    for (unsigned long long d = 1; d * d <= n; d++)
        if (n % d == 0) count += d * d == n ? 1 : 2;
    printf("%llu\n", count);
}
