#include <iostream>

int main() {
    int total = 0;
    for (int number : {1, 2, 3} { // HERE
        total += number;
    }
    std::cout << total << '\n';
}
