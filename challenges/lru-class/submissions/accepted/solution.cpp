#include "challenge.h"

#include <list>
#include <utility>

class LruCache {
public:
    static std::expected<LruCache, std::string> make(std::int64_t capacity) {
        if (capacity < 1) return std::unexpected("capacity must be at least 1");
        return LruCache(capacity);
    }

    std::optional<std::int64_t> get(std::int64_t key) {
        auto place = places.find(key);
        if (place == places.end()) return std::nullopt;
        use(place->second);
        return place->second->second;
    }

    void put(std::int64_t key, std::int64_t value) {
        if (auto place = places.find(key); place != places.end()) {
            place->second->second = value;
            use(place->second);
            return;
        }
        if (size() == capacity) {
            places.erase(entries.back().first);
            entries.pop_back();
        }
        entries.emplace_front(key, value);
        places.emplace(key, entries.begin());
    }

    std::int64_t size() const { return static_cast<std::int64_t>(places.size()); }

private:
    using Entries = std::list<std::pair<std::int64_t, std::int64_t>>;

    explicit LruCache(std::int64_t capacity) : capacity(capacity) {}

    void use(Entries::iterator entry) { entries.splice(entries.begin(), entries, entry); }

    std::int64_t capacity;
    Entries entries; // the one used last comes first
    std::unordered_map<std::int64_t, Entries::iterator> places;
};
