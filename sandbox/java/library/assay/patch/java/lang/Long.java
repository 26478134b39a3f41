//! Methods that TeaVM's library lacks, and parsing that is quick and says what the JDK says.
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

    public static long parseLong(java.lang.String text) {
        return parseLong(text, 10);
    }

    public static long parseLong(java.lang.String text, int radix) {
        if (text == null) {
            throw new NumberFormatException("Cannot parse null string: null");
        }
        if (radix < 2 || radix > 36) {
            throw new NumberFormatException("radix " + radix + " is out of range");
        }
        int length = text.length();
        int at = 0;
        boolean negative = false;
        if (length > 0 && (text.charAt(0) == '-' || text.charAt(0) == '+')) {
            negative = text.charAt(0) == '-';
            ++at;
        }
        if (at == length) {
            throw bad(text, radix);
        }
        // Negative numbers reach one further, so the value is kept negative.
        long least = negative ? java.lang.Long.MIN_VALUE : -java.lang.Long.MAX_VALUE;
        long bound = least / radix;
        long value = 0;
        for (; at < length; ++at) {
            char c = text.charAt(at);
            int digit = c >= '0' && c <= '9' ? c - '0' : c < 0x80 ? letter(c) : Character.digit(c, radix);
            if (digit < 0 || digit >= radix || value < bound || value * radix < least + digit) {
                throw bad(text, radix);
            }
            value = value * radix - digit;
        }
        return negative ? value : -value;
    }

    private static int letter(char c) {
        return c >= 'a' && c <= 'z' ? c - 'a' + 10 : c >= 'A' && c <= 'Z' ? c - 'A' + 10 : -1;
    }

    private static NumberFormatException bad(java.lang.String text, int radix) {
        return new NumberFormatException("For input string: \"" + text + "\""
                + (radix == 10 ? "" : " under radix " + radix));
    }
}
