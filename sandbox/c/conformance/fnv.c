#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int main(void) {
    size_t n;
    if (scanf("%zu", &n) != 1) return 1;
    uint8_t *bytes = malloc(n);
    for (size_t i = 0; i < n; i++) bytes[i] = i * 31 % 256;
    uint32_t digest = 2166136261u;
    for (size_t i = 0; i < n; i++) digest = (digest ^ bytes[i]) * 16777619u;
    printf("%08x\n", (unsigned)digest);
    free(bytes);
}
