#include <iomanip>
#include <iostream>

int main() {
    std::cout << std::fixed << std::setprecision(6);
    for (double number : {1.0 / 3, 2.5, -1e-7, 123456789.125, 1e15 / 7}) std::cout << number << '\n';
}
