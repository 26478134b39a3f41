#include <stdio.h>
#include <stdlib.h>
struct node {
    int value;
    struct node *left, *right;
};
int main(void) {
    int n;
    if (scanf("%d", &n) != 1) return 1;
    struct node *root = NULL;
    for (int value = 0; value < n; value++) {
        struct node **at = &root;
        while (*at) at = value < (*at)->value ? &(*at)->left : &(*at)->right;
        *at = calloc(1, sizeof **at);
        (*at)->value = value;
    }
    int depth = 0;
    for (struct node *at = root; at; at = at->right) depth++;
    printf("%d\n", depth);
}
