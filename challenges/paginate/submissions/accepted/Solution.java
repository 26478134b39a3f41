import java.util.Comparator;
import java.util.List;

class Solution {
    static Page paginate(List<Item> items, Long after, long limit) {
        if (limit < 1 || limit > 100) {
            throw new IllegalArgumentException("limit must be from 1 to 100");
        }
        List<Item> rest = items.stream()
            .filter(item -> after == null || item.id() > after)
            .sorted(Comparator.comparingLong(Item::id))
            .toList();
        if (rest.size() <= limit) {
            return new Page(rest, null, items.size());
        }
        List<Item> page = rest.subList(0, (int) limit);
        return new Page(page, page.get(page.size() - 1).id(), items.size());
    }
}

record Item(long id, String title) {}

record Page(List<Item> items, Long nextCursor, long total) {}
