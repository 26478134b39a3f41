#include <stdio.h>
int main(void) {
    long long n, value, total = 0;
    if (scanf("%lld", &n) != 1) return 1;
    while (scanf("%lld", &value) == 1) total += value;
    printf("%lld\n", total);
}
