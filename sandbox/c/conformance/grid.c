#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct {
    int r, c;
} Cell;

int main(void) {
    int n;
    if (scanf("%d", &n) != 1) return 1;
    int last = n - 1;
    bool(*wall)[n] = malloc(sizeof(bool[n][n]));
    int(*distance)[n] = malloc(sizeof(int[n][n]));
    for (int r = 0; r < n; r++) {
        for (int c = 0; c < n; c++) {
            wall[r][c] = r * c % 7 == 6;
            distance[r][c] = -1;
        }
    }
    wall[0][0] = wall[last][last] = false;

    Cell *queue = malloc(sizeof(Cell) * n * n);
    size_t head = 0, tail = 0;
    queue[tail++] = (Cell){0, 0};
    distance[0][0] = 0;
    static const Cell steps[] = {{1, 0}, {-1, 0}, {0, 1}, {0, -1}};
    while (head < tail) {
        Cell from = queue[head++];
        for (int i = 0; i < 4; i++) {
            int r = from.r + steps[i].r, c = from.c + steps[i].c;
            if (r < 0 || r >= n || c < 0 || c >= n || wall[r][c] || distance[r][c] >= 0) continue;
            distance[r][c] = distance[from.r][from.c] + 1;
            queue[tail++] = (Cell){r, c};
        }
    }
    printf("%d\n", distance[last][last]);
    free(wall), free(distance), free(queue);
}
