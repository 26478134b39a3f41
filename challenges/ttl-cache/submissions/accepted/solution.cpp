#include "challenge.h"

#include <chrono>
#include <utility>

class TtlCache {
public:
    std::expected<void, std::string> put(std::string key, std::int64_t value, std::int64_t ttl_ms) {
        if (ttl_ms < 1) return std::unexpected("a time to live must be at least 1 ms");
        entries.insert_or_assign(std::move(key), Entry{value, Clock::now() + std::chrono::milliseconds(ttl_ms)});
        return {};
    }

    std::optional<std::int64_t> get(const std::string &key) const {
        auto entry = entries.find(key);
        if (entry == entries.end() || entry->second.until <= Clock::now()) return std::nullopt;
        return entry->second.value;
    }

    std::int64_t size() {
        auto now = Clock::now();
        std::erase_if(entries, [&](const auto &entry) { return entry.second.until <= now; });
        return std::ssize(entries);
    }

private:
    using Clock = std::chrono::steady_clock;

    struct Entry {
        std::int64_t value;
        Clock::time_point until;
    };

    std::unordered_map<std::string, Entry> entries;
};
