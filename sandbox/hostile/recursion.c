// Recurses without an end, in a way no compiler turns into a loop.
#include <stdio.h>

static long down(volatile long n) {
    volatile long here[4] = {n, n, n, n};
    return down(n + 1) + here[n & 3];
}

int main(void) { printf("%ld\n", down(0)); }
