// Address zero is memory like any other in WebAssembly: no trap, only a wrong answer.
#include <stdio.h>

int main(void) {
    volatile int *volatile null = 0;
    *null = 5;
    printf("%d\n", *null);
}
