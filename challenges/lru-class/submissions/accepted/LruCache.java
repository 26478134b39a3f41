import java.util.LinkedHashMap;
import java.util.Map;

class LruCache {
    private final Map<Long, Long> entries;

    LruCache(long capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity must be at least 1");
        }
        entries = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, Long> eldest) {
                return size() > capacity;
            }
        };
    }

    Long get(long key) {
        return entries.get(key);
    }

    void put(long key, long value) {
        entries.put(key, value);
    }

    long size() {
        return entries.size();
    }
}
