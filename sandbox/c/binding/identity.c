#include "challenge.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

Everything identity(Everything value) {
    assert(value.pair.second == 0 || value.pair.second == 42);
    if (value.flag) {
        assert(strcmp(value.pair.first, "left") == 0 && value.raw_bytes.length == 256);
        assert(value.heights.entries[0].key.y == 2 && value.heights.entries[0].value.items[0] == 0.1);
    }
    printf("debugging %s\n", value.name);
    return value;
}

int main(void) {
    puts("left out when the solution is graded");
    return 1;
}
