// Keeps one bucket for all clients together.
#include <algorithm>
#include <cstdint>
#include <iostream>
#include <string>

int main() {
    std::int64_t capacity = 0, rate = 0, now = 0, last = -1, tokens = 0;
    int count = 0;
    std::cin >> capacity >> rate >> count;
    const std::int64_t full = capacity * 1000;
    std::int64_t level = full;
    std::string client;
    while (count-- > 0) {
        std::cin >> now >> client >> tokens;
        if (last >= 0) level = std::min(full, level + rate * (now - last));
        last = now;
        const std::int64_t need = tokens * 1000;
        if (level >= need) {
            level -= need;
            std::cout << "ALLOW " << level / 1000 << '\n';
        } else if (need > full || rate == 0) {
            std::cout << "DENY never\n";
        } else {
            std::cout << "DENY " << (need - level + rate - 1) / rate << '\n';
        }
    }
}
