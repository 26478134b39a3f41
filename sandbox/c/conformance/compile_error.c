#include <stdio.h>

int main(void) {
    int total = 0;
    for (int i = 1; i <= 3; i++ { // HERE
        total += i;
    }
    printf("%d\n", total);
}
