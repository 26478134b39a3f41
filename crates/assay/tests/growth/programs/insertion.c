#include <stdio.h>
#include <stdlib.h>
int main(void) {
    int n;
    if (scanf("%d", &n) != 1) return 1;
    int *values = malloc(n * sizeof *values);
    for (int i = 0; i < n; i++) {
        int value, j = i;
        if (scanf("%d", &value) != 1) return 1;
        for (; j > 0 && values[j - 1] > value; j--) values[j] = values[j - 1];
        values[j] = value;
    }
    printf("%d %d\n", values[0], values[n / 2]);
}
