#include <iostream>
#include <random>

int main() {
    std::random_device device;
    std::uniform_int_distribution<int> below_a_million(0, 999'999);
    for (int i = 0; i < 3; i++) std::cout << below_a_million(device) << '\n';
}
