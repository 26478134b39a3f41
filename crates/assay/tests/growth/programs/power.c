#include <stdio.h>
int main(void) {
    unsigned long long n, total = 0;
    if (scanf("%llu", &n) != 1) return 1;
    for (unsigned long long base = 2; base < 102; base++) {
        unsigned long long result = 1, square = base;
        for (unsigned long long left = n; left > 0; left /= 2) {
            if (left & 1) result = result * square % 1000003;
            square = square * square % 1000003;
        }
        total += result;
    }
    printf("%llu\n", total);
}
