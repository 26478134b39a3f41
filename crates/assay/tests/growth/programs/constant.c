#include <stdio.h>
int main(void) {
    unsigned long long n, state = 1;
    if (scanf("%llu", &n) != 1) return 1;
    for (int i = 0; i < 1000; i++) state = state * 6364136223846793005ULL + n;
    printf("%llu\n", state);
}
