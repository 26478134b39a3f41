#include <stdio.h>
#include <stdlib.h>
int main(void) {
    int n, longest = 0;
    if (scanf("%d", &n) != 1) return 1;
    int *values = malloc(n * sizeof *values), first = 0;
    static int last[1000003];
    for (int i = 0; i < n; i++) {
        if (scanf("%d", values + i) != 1) return 1;
        int key = (values[i] % 1000003 + 1000003) % 1000003;
        if (last[key] > first) first = last[key];
        last[key] = i + 1;
        if (i - first + 1 > longest) longest = i - first + 1;
    }
    printf("%d\n", longest);
}
