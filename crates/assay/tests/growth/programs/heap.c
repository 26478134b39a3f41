#include <stdio.h>
#include <stdlib.h>
static void sink(int *heap, int n, int at) {
    for (int child; (child = 2 * at + 1) < n; at = child) {
        if (child + 1 < n && heap[child + 1] > heap[child]) child++;
        if (heap[at] >= heap[child]) return;
        int other = heap[at];
        heap[at] = heap[child], heap[child] = other;
    }
}
int main(void) {
    int n;
    if (scanf("%d", &n) != 1) return 1;
    int *heap = malloc(n * sizeof *heap);
    for (int i = 0; i < n; i++) if (scanf("%d", heap + i) != 1) return 1;
    for (int i = n / 2; i-- > 0;) sink(heap, n, i);
    for (int last = n - 1; last > 0; last--) {
        int top = heap[0];
        heap[0] = heap[last], heap[last] = top;
        sink(heap, last, 0);
    }
    printf("%d\n", heap[0]);
}
