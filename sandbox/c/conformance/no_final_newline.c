#include <stdio.h>

int main(void) {
    char word[64];
    int words = 0;
    while (scanf("%63s", word) == 1) words++;
    printf("%d", words);
}
