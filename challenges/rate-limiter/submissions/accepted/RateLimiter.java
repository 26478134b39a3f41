import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

class RateLimiter {
    private final long limit;
    private final long windowMs;
    private final Map<String, Deque<Long>> allowed = new HashMap<>();

    RateLimiter(long limit, long windowMs) {
        if (limit < 1 || windowMs < 1) {
            throw new IllegalArgumentException("limit and window must be at least 1");
        }
        this.limit = limit;
        this.windowMs = windowMs;
    }

    boolean allow(String key, long atMs) {
        Deque<Long> moments = inWindow(key, atMs);
        if (moments.size() >= limit) {
            return false;
        }
        moments.addLast(atMs);
        return true;
    }

    long remaining(String key, long atMs) {
        return limit - inWindow(key, atMs).size();
    }

    private Deque<Long> inWindow(String key, long atMs) {
        Deque<Long> moments = allowed.computeIfAbsent(key, any -> new ArrayDeque<>());
        while (!moments.isEmpty() && moments.peekFirst() <= atMs - windowMs) {
            moments.removeFirst();
        }
        return moments;
    }
}
