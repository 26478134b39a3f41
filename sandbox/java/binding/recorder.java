import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

class Recorder {
    private final long start;
    private final List<Long> numbers = new ArrayList<>();
    private final long made = System.nanoTime();

    Recorder(long start) {
        if (start < 0) {
            throw new IllegalArgumentException("the start is below zero");
        }
        this.start = start;
    }

    Everything echo(Everything value) {
        return value;
    }

    void push(long number) {
        numbers.add(number);
    }

    long pop() {
        if (numbers.isEmpty()) {
            throw new IllegalStateException("there is no number");
        }
        return numbers.remove(numbers.size() - 1);
    }

    void dropAll() {
        if (numbers.isEmpty()) {
            throw new IllegalStateException("there is no number");
        }
        numbers.clear();
    }

    long total() {
        long total = start;
        for (long number : numbers) {
            total += number;
        }
        return total;
    }

    long elapsedMs() {
        return (System.nanoTime() - made) / 1_000_000;
    }

    Long find(long place) {
        return place < numbers.size() ? numbers.get((int) place) : null;
    }
}

record IntIntPair(long first, long second) {}

record StringIntPair(String first, long second) {}

record Point(long x, long y) {}

record PointBoolStringOptionListTriple(Point first, boolean second, List<String> third) {}

record Everything(
        boolean flag,
        long count,
        BigInteger big,
        double ratio,
        String name,
        byte[] rawBytes,
        List<Long> numbers,
        List<List<String>> rows,
        Map<String, Long> ages,
        Map<Point, List<Double>> heights,
        Map<Long, Boolean> switches,
        Set<String> seen,
        Set<IntIntPair> corners,
        Long maybe,
        Point maybePoint,
        List<BigInteger> maybeList,
        StringIntPair pair,
        PointBoolStringOptionListTriple triple,
        Map<String, Map<String, byte[]>> type) {}
