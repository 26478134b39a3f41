#include <cstdint>
#include <iomanip>
#include <iostream>
#include <vector>

int main() {
    std::size_t n;
    std::cin >> n;
    std::vector<std::uint8_t> bytes(n);
    for (std::size_t i = 0; i < n; i++) bytes[i] = static_cast<std::uint8_t>(i * 31);
    std::uint32_t digest = 2166136261u;
    for (auto byte : bytes) digest = (digest ^ byte) * 16777619u;
    std::cout << std::hex << std::setw(8) << std::setfill('0') << digest << '\n';
}
