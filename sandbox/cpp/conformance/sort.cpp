#include <algorithm>
#include <cstdint>
#include <iostream>
#include <vector>

int main() {
    std::size_t n;
    std::cin >> n;
    std::vector<std::uint32_t> numbers(n);
    std::uint32_t x = 42;
    for (auto &number : numbers) number = x = (x * 1103515245u + 12345u) % (1u << 31);
    std::ranges::sort(numbers);
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < n; i++) sum = (sum + (i + 1) * std::uint64_t{numbers[i]}) % 1'000'000'007;
    std::cout << sum << '\n';
}
