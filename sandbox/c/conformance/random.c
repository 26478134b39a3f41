#include <stdint.h>
#include <stdio.h>
#include <unistd.h>

int main(void) {
    uint64_t numbers[3];
    if (getentropy(numbers, sizeof numbers) != 0) return 1;
    for (int i = 0; i < 3; i++) printf("%d\n", (int)(numbers[i] % 1000000));
}
