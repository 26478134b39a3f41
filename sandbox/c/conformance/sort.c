#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static int ascending(const void *left, const void *right) {
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    return (a > b) - (a < b);
}

int main(void) {
    size_t n;
    if (scanf("%zu", &n) != 1) return 1;
    uint32_t *numbers = malloc(n * sizeof *numbers), x = 42;
    for (size_t i = 0; i < n; i++) numbers[i] = x = (x * 1103515245u + 12345u) % (1u << 31);
    qsort(numbers, n, sizeof *numbers, ascending);
    uint64_t sum = 0;
    for (size_t i = 0; i < n; i++) sum = (sum + (i + 1) * (uint64_t)numbers[i]) % 1000000007;
    printf("%d\n", (int)sum);
    free(numbers);
}
