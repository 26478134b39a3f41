#include "challenge.h"

#include <utility>

class Store {
public:
    void set(const std::string &key, std::string value) { change(key, std::move(value)); }

    std::optional<std::string> get(const std::string &key) const {
        auto place = values.find(key);
        return place == values.end() ? std::nullopt : std::optional(place->second);
    }

    bool remove(const std::string &key) {
        if (!values.contains(key)) return false;
        change(key, std::nullopt);
        return true;
    }

    std::int64_t count(const std::string &value) const {
        auto place = counts.find(value);
        return place == counts.end() ? 0 : place->second;
    }

    void start() { starts.push_back(changes.size()); }

    std::expected<void, std::string> commit() {
        if (starts.empty()) return std::unexpected("no transaction");
        starts.pop_back();
        if (starts.empty()) changes.clear();
        return {};
    }

    std::expected<void, std::string> rollback() {
        if (starts.empty()) return std::unexpected("no transaction");
        for (; changes.size() > starts.back(); changes.pop_back()) {
            auto &[key, before] = changes.back();
            put(key, std::move(before));
        }
        starts.pop_back();
        return {};
    }

private:
    using Value = std::optional<std::string>;

    void change(const std::string &key, Value value) {
        if (!starts.empty()) changes.emplace_back(key, get(key));
        put(key, std::move(value));
    }

    void put(const std::string &key, Value value) {
        auto place = values.find(key);
        if (place != values.end()) {
            auto counted = counts.find(place->second);
            if (--counted->second == 0) counts.erase(counted);
        }
        if (value) {
            counts[*value]++;
            values.insert_or_assign(key, std::move(*value));
        } else if (place != values.end()) {
            values.erase(place);
        }
    }

    std::unordered_map<std::string, std::string> values;
    std::unordered_map<std::string, std::int64_t> counts;
    std::vector<std::pair<std::string, Value>> changes; // what keys had before each change of open transactions
    std::vector<std::size_t> starts;                    // how many changes there were when each of them began
};
