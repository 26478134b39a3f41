#include <stdlib.h>
#include <string.h>

int main(void) {
    const size_t size = 1 << 20;
    for (;;) {
        char *volatile block = malloc(size);
        if (!block) return 1;
        memset(block, 'x', size);
    }
}
