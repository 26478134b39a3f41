#include <cstdint>
#include <functional>
#include <iostream>
#include <queue>
#include <vector>

int main() {
    std::size_t n;
    std::cin >> n;
    std::priority_queue<std::uint32_t, std::vector<std::uint32_t>, std::greater<>> heap;
    std::uint32_t x = 42;
    for (std::size_t i = 0; i < n; i++) heap.push(x = (x * 1103515245u + 12345u) % (1u << 31));
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < n; i++) {
        sum = (sum + std::uint64_t{heap.top()} * (i % 10)) % 1'000'000'007;
        heap.pop();
    }
    std::cout << sum << '\n';
}
