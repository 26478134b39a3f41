import java.util.HashMap;
import java.util.Map;

class TtlCache {
    private record Entry(long value, long until) {
        boolean isOver() {
            return System.nanoTime() - until >= 0;
        }
    }

    private final Map<String, Entry> entries = new HashMap<>();

    void put(String key, long value, long ttlMs) {
        if (ttlMs < 1) {
            throw new IllegalArgumentException("a time to live must be at least 1 ms");
        }
        entries.put(key, new Entry(value, System.nanoTime() + ttlMs * 1_000_000));
    }

    Long get(String key) {
        Entry entry = entries.get(key);
        return entry == null || entry.isOver() ? null : (Long) entry.value();
    }

    long size() {
        entries.values().removeIf(Entry::isOver);
        return entries.size();
    }
}
