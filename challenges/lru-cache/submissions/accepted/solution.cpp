#include <cstdint>
#include <iostream>
#include <list>
#include <string>
#include <unordered_map>

struct Entry {
    int key;
    std::int64_t value;
};

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    std::size_t capacity = 0;
    int count = 0;
    std::cin >> capacity >> count;
    std::list<Entry> recent;
    std::unordered_map<int, std::list<Entry>::iterator> where;
    where.reserve(capacity + 1);
    int hits = 0, misses = 0, evictions = 0;
    std::string word;
    while (count-- > 0) {
        int key = 0;
        std::cin >> word >> key;
        const auto found = where.find(key);
        if (word == "GET") {
            if (found == where.end()) {
                ++misses;
                std::cout << "MISS\n";
            } else {
                ++hits;
                recent.splice(recent.begin(), recent, found->second);
                std::cout << found->second->value << '\n';
            }
            continue;
        }
        std::int64_t value = 0;
        std::cin >> value;
        if (capacity == 0) continue;
        if (found != where.end()) {
            found->second->value = value;
            recent.splice(recent.begin(), recent, found->second);
            continue;
        }
        if (where.size() == capacity) {
            where.erase(recent.back().key);
            recent.pop_back();
            ++evictions;
        }
        recent.push_front({key, value});
        where.emplace(key, recent.begin());
    }
    std::cout << hits << ' ' << misses << ' ' << evictions << '\n';
}
