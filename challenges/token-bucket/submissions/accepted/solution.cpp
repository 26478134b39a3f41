#include <cstdint>
#include <iostream>
#include <string>
#include <unordered_map>

// Keeps the moment at which the bucket was, or would have been, empty, in millitokens of refill: the level is the
// distance from there, cut at the capacity. With rate 0 the clock stands still and only the taking moves it.
int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    std::int64_t capacity = 0, rate = 0;
    int count = 0;
    std::cin >> capacity >> rate >> count;
    const std::int64_t full = capacity * 1000;
    std::unordered_map<std::string, std::int64_t> empty_at;
    empty_at.reserve(static_cast<std::size_t>(count));
    std::string client;
    while (count-- > 0) {
        std::int64_t now = 0, tokens = 0;
        std::cin >> now >> client >> tokens;
        const std::int64_t clock = now * rate;
        const std::int64_t need = tokens * 1000;
        auto [bucket, fresh] = empty_at.try_emplace(client, clock - full);
        std::int64_t &empty = bucket->second;
        if (!fresh && clock - empty > full) empty = clock - full;
        const std::int64_t missing = need - (clock - empty);
        if (missing <= 0) {
            empty += need;
            std::cout << "ALLOW " << (clock - empty) / 1000 << '\n';
        } else if (tokens > capacity || rate == 0) {
            std::cout << "DENY never\n";
        } else {
            std::cout << "DENY " << missing / rate + (missing % rate != 0) << '\n';
        }
    }
}
