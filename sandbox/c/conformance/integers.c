#include <inttypes.h>
#include <stdio.h>

int main(void) {
    int64_t a = 3037000500, b = 3037000499;
    printf("%" PRId64 "\n%" PRId64 "\n", INT64_MAX, INT64_MIN);
    printf("%" PRId64 "\n%" PRId64 "\n", INT64_C(9007199254740993), a * b);
}
