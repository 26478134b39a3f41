//! Methods that TeaVM's library lacks.
package assay.patch.java.lang;

import java.math.BigInteger;

public final class Long {
    private Long() {
    }

    public static long sum(long a, long b) {
        return a + b;
    }

    public static long max(long a, long b) {
        return java.lang.Math.max(a, b);
    }

    public static long min(long a, long b) {
        return java.lang.Math.min(a, b);
    }

    public static long parseUnsignedLong(java.lang.String text) {
        return parseUnsignedLong(text, 10);
    }

    public static long parseUnsignedLong(java.lang.String text, int radix) {
        BigInteger value = new BigInteger(text, radix);
        if (value.signum() < 0 || value.bitLength() > 64) {
            throw new NumberFormatException("String value " + text + " exceeds range of unsigned long.");
        }
        return value.longValue();
    }
}
