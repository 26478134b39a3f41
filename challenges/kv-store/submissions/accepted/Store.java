import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

class Store {
    /** What a key had before it was changed. */
    private record Change(String key, String before) {}

    private final Map<String, String> values = new HashMap<>();
    private final Map<String, Long> counts = new HashMap<>();
    /** What was changed in open transactions, the last first. */
    private final Deque<Change> changes = new ArrayDeque<>();
    /** How many changes there were when each of them began, the innermost first. */
    private final Deque<Integer> starts = new ArrayDeque<>();

    void set(String key, String value) {
        change(key, value);
    }

    String get(String key) {
        return values.get(key);
    }

    boolean remove(String key) {
        if (!values.containsKey(key)) {
            return false;
        }
        change(key, null);
        return true;
    }

    long count(String value) {
        return counts.getOrDefault(value, 0L);
    }

    void start() {
        starts.push(changes.size());
    }

    void commit() {
        end();
        if (starts.isEmpty()) {
            changes.clear();
        }
    }

    void rollback() {
        int start = end();
        while (changes.size() > start) {
            Change change = changes.pop();
            put(change.key(), change.before());
        }
    }

    private int end() {
        if (starts.isEmpty()) {
            throw new IllegalStateException("no transaction");
        }
        return starts.pop();
    }

    private void change(String key, String value) {
        if (!starts.isEmpty()) {
            changes.push(new Change(key, values.get(key)));
        }
        put(key, value);
    }

    private void put(String key, String value) {
        String before = value == null ? values.remove(key) : values.put(key, value);
        if (before != null) {
            counts.merge(before, -1L, Long::sum);
        }
        if (value != null) {
            counts.merge(value, 1L, Long::sum);
        }
    }
}
