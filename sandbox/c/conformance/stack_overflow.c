#include <stdio.h>

// The array keeps the compiler from turning the recursion into a loop.
static int depth(int n) {
    volatile int frame[16];
    frame[n % 16] = n;
    return depth(n + 1) + frame[n % 16];
}

int main(void) { printf("%d\n", depth(0)); }
