// A PUT on a stored key replaces the value but forgets to mark the key as used.
#include <cstdint>
#include <iostream>
#include <list>
#include <string>
#include <unordered_map>

int main() {
    std::size_t capacity = 0;
    int count = 0;
    std::cin >> capacity >> count;
    std::list<int> recent;
    std::unordered_map<int, std::pair<std::int64_t, std::list<int>::iterator>> cache;
    int hits = 0, misses = 0, evictions = 0;
    std::string word;
    while (count-- > 0) {
        int key = 0;
        std::cin >> word >> key;
        auto found = cache.find(key);
        if (word == "GET") {
            if (found == cache.end()) {
                ++misses;
                std::cout << "MISS\n";
            } else {
                ++hits;
                recent.splice(recent.begin(), recent, found->second.second);
                std::cout << found->second.first << '\n';
            }
            continue;
        }
        std::int64_t value = 0;
        std::cin >> value;
        if (capacity == 0) continue;
        if (found != cache.end()) {
            found->second.first = value;
            continue;
        }
        if (cache.size() == capacity) {
            cache.erase(recent.back());
            recent.pop_back();
            ++evictions;
        }
        recent.push_front(key);
        cache[key] = {value, recent.begin()};
    }
    std::cout << hits << ' ' << misses << ' ' << evictions << '\n';
}
