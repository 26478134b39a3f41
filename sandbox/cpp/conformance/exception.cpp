#include <cassert>

void inner() {
    assert(!"boom 42"); // HERE
}

void outer() { inner(); }

int main() { outer(); }
