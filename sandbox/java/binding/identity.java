import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Set;

class Solution {
    static Everything identity(Everything value) {
        if (value.flag()) {
            check(value.heights().get(new Point(1, 2)).get(0) == 0.1 && value.rawBytes().length == 256);
            check(value.corners().contains(new IntIntPair(2, 1)) && value.pair().second() == 42);
        }
        System.out.println("debugging " + value);
        return value;
    }

    private static void check(boolean condition) {
        if (!condition) {
            throw new AssertionError("not what was expected");
        }
    }

    public static void main(String[] arguments) {
        throw new AssertionError("not when called");
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
