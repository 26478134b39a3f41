#include <iostream>

int main() {
    for (;;) std::cout << "spam\n";
}
