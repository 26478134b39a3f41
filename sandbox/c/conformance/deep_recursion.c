#include <stdio.h>

static long long total(int n) { return n == 0 ? 0 : n + total(n - 1); }

int main(void) { printf("%lld\n", total(10000)); }
