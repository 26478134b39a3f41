// Takes whatever is left out of the bucket when a request is denied.
#include <algorithm>
#include <cstdint>
#include <iostream>
#include <string>
#include <unordered_map>

struct Bucket {
    std::int64_t level, last;
};

int main() {
    std::int64_t capacity = 0, rate = 0, now = 0, tokens = 0;
    int count = 0;
    std::cin >> capacity >> rate >> count;
    const std::int64_t full = capacity * 1000;
    std::unordered_map<std::string, Bucket> buckets;
    std::string client;
    while (count-- > 0) {
        std::cin >> now >> client >> tokens;
        Bucket &bucket = buckets.try_emplace(client, Bucket{full, now}).first->second;
        bucket.level = std::min(full, bucket.level + rate * (now - bucket.last));
        bucket.last = now;
        const std::int64_t need = tokens * 1000;
        if (bucket.level >= need) {
            bucket.level -= need;
            std::cout << "ALLOW " << bucket.level / 1000 << '\n';
            continue;
        }
        if (need > full || rate == 0) {
            std::cout << "DENY never\n";
        } else {
            std::cout << "DENY " << (need - bucket.level + rate - 1) / rate << '\n';
        }
        bucket.level = 0;
    }
}
