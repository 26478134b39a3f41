import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

class Solution {
    static Map<String, String> assign(List<String> nodes, long replicas, List<String> keys) {
        TreeMap<Long, String> ring = new TreeMap<>();
        for (String node : nodes) {
            for (long replica = 0; replica < replicas; replica++) {
                ring.putIfAbsent(fnv1a(node + "#" + replica), node);
            }
        }
        if (ring.isEmpty()) {
            throw new IllegalArgumentException("an empty ring");
        }
        Map<String, String> assigned = new HashMap<>();
        for (String key : keys) {
            Map.Entry<Long, String> point = ring.ceilingEntry(fnv1a(key));
            assigned.put(key, (point == null ? ring.firstEntry() : point).getValue());
        }
        return assigned;
    }

    private static long fnv1a(String text) {
        int value = (int) 2166136261L;
        for (byte unit : text.getBytes(StandardCharsets.UTF_8)) {
            value = (value ^ (unit & 0xff)) * 16777619;
        }
        return Integer.toUnsignedLong(value);
    }
}
