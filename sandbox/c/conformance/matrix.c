#include <stdio.h>
#include <stdlib.h>

int main(void) {
    int n;
    if (scanf("%d", &n) != 1) return 1;
    double(*a)[n] = malloc(sizeof(double[n][n])), (*b)[n] = malloc(sizeof(double[n][n]));
    double(*product)[n] = calloc(n, sizeof *product);
    for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
            a[i][j] = i * j % 7 + 0.5;
            b[i][j] = (i + j) % 5 - 1.25;
        }
    }
    for (int i = 0; i < n; i++) {
        for (int k = 0; k < n; k++) {
            for (int j = 0; j < n; j++) product[i][j] += a[i][k] * b[k][j];
        }
    }
    double trace = 0;
    for (int i = 0; i < n; i++) trace += product[i][i];
    printf("%.3f\n", trace);
    free(a), free(b), free(product);
}
