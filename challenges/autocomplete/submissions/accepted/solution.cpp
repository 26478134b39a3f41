#include "challenge.h"

#include <algorithm>
#include <string_view>
#include <utility>

std::vector<std::vector<std::string>> suggest(std::unordered_map<std::string, std::int64_t> searches,
                                              std::vector<std::string> prefixes, std::int64_t most) {
    using Entry = std::pair<std::string_view, std::int64_t>;
    std::vector<Entry> words(searches.begin(), searches.end());
    std::ranges::sort(words);

    std::vector<std::vector<std::string>> suggestions;
    suggestions.reserve(prefixes.size());
    for (const std::string &prefix : prefixes) {
        auto first = std::ranges::lower_bound(words, std::string_view(prefix), {}, &Entry::first);
        auto last = std::find_if_not(first, words.end(), [&](const Entry &e) { return e.first.starts_with(prefix); });
        std::vector<Entry> found(first, last);
        auto end = found.begin() + std::clamp<std::int64_t>(most, 0, std::ssize(found));
        std::partial_sort(found.begin(), end, found.end(), [](const Entry &a, const Entry &b) {
            return a.second != b.second ? a.second > b.second : a.first < b.first;
        });
        auto &list = suggestions.emplace_back();
        for (auto entry = found.begin(); entry != end; ++entry) list.emplace_back(entry->first);
    }
    return suggestions;
}
