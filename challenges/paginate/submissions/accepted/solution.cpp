#include "challenge.h"

#include <algorithm>

std::expected<Page, std::string> paginate(std::vector<Item> items, std::optional<std::int64_t> after,
                                          std::int64_t limit) {
    if (limit < 1 || limit > 100) return std::unexpected("limit must be from 1 to 100");
    Page page{.total = static_cast<std::int64_t>(items.size())};
    if (after) std::erase_if(items, [&](const Item &item) { return item.id <= *after; });
    std::ranges::sort(items, {}, &Item::id);
    if (items.size() > static_cast<std::size_t>(limit)) {
        items.resize(limit);
        page.next_cursor = items.back().id;
    }
    page.items = std::move(items);
    return page;
}
