#include <stdio.h>

// C has no closures: a function and the state it works on travel together.
typedef struct Counter {
    int count;
    int (*step)(struct Counter *);
} Counter;

static int step(Counter *counter) { return ++counter->count; }

static int square(int n) { return n * n; }
static int is_odd(int n) { return n % 2; }

static int sum_of(int (*map)(int), int (*filter)(int), int last) {
    int sum = 0;
    for (int n = 1; n <= last; n++) {
        if (filter(n)) sum += map(n);
    }
    return sum;
}

int main(void) {
    printf("%d\n", sum_of(square, is_odd, 20));
    Counter counter = {0, step};
    int first = counter.step(&counter), second = counter.step(&counter), third = counter.step(&counter);
    printf("%d %d %d\n", first, second, third);
}
