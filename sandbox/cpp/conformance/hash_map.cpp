#include <cstdint>
#include <iostream>
#include <unordered_map>

int main() {
    std::uint32_t n;
    std::cin >> n;
    std::unordered_map<std::uint32_t, std::uint32_t> places;
    for (std::uint32_t i = 0; i < n; i++) places[i * 2654435761u] = i;
    std::uint64_t sum = 0;
    for (std::uint32_t i = 0; i < n; i += 2) sum += places.at(i * 2654435761u);
    std::cout << places.size() << ' ' << sum << '\n';
}
