// Takes memory and touches all of it.
#include <stdlib.h>
#include <string.h>

int main(void) {
    for (;;) {
        char *volatile block = malloc(1 << 20);
        memset(block, 1, 1 << 20);
    }
}
