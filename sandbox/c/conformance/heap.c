#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct {
    uint32_t *items;
    size_t size;
} Heap;

static void push(Heap *heap, uint32_t item) {
    size_t at = heap->size++;
    for (; at > 0 && heap->items[(at - 1) / 2] > item; at = (at - 1) / 2) heap->items[at] = heap->items[(at - 1) / 2];
    heap->items[at] = item;
}

static uint32_t pop(Heap *heap) {
    uint32_t least = heap->items[0], last = heap->items[--heap->size];
    size_t at = 0;
    for (size_t child; (child = 2 * at + 1) < heap->size; at = child) {
        if (child + 1 < heap->size && heap->items[child + 1] < heap->items[child]) child++;
        if (heap->items[child] >= last) break;
        heap->items[at] = heap->items[child];
    }
    heap->items[at] = last;
    return least;
}

int main(void) {
    size_t n;
    if (scanf("%zu", &n) != 1) return 1;
    Heap heap = {malloc(n * sizeof(uint32_t)), 0};
    uint32_t x = 42;
    for (size_t i = 0; i < n; i++) push(&heap, x = (x * 1103515245u + 12345u) % (1u << 31));
    uint64_t sum = 0;
    for (size_t i = 0; i < n; i++) sum = (sum + (uint64_t)pop(&heap) * (i % 10)) % 1000000007;
    printf("%d\n", (int)sum);
    free(heap.items);
}
