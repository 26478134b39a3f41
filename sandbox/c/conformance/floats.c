#include <stdio.h>

int main(void) {
    double numbers[] = {1.0 / 3, 2.5, -1e-7, 123456789.125, 1e15 / 7};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) printf("%.6f\n", numbers[i]);
}
