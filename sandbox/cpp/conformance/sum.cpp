#include <iostream>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    long long sum = 0;
    for (long long number; std::cin >> number;) sum += number;
    std::cout << sum << '\n';
}
