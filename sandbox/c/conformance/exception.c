#include <assert.h>

static void inner(void) {
    assert(!"boom 42"); // HERE
}

static void outer(void) { inner(); }

int main(void) { outer(); }
