#include <stdio.h>
static int count(int at, int n, int left) {
    if (at == n) return left == 0;
    return count(at + 1, n, left) + count(at + 1, n, left - (at * 7 + 3) % 31);
}
int main(void) {
    int n;
    if (scanf("%d", &n) != 1) return 1;
    printf("%d\n", count(0, n, 60));
}
