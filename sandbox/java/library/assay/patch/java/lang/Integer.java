//! Methods that TeaVM's library lacks, and parsing that is quick and says what the JDK says.
package assay.patch.java.lang;

public final class Integer {
    private Integer() {
    }

    public static int sum(int a, int b) {
        return a + b;
    }

    public static long toUnsignedLong(int i) {
        return i & 0xFFFFFFFFL;
    }

    public static int parseUnsignedInt(java.lang.String text) {
        return parseUnsignedInt(text, 10);
    }

    public static int parseUnsignedInt(java.lang.String text, int radix) {
        long value = java.lang.Long.parseLong(text, radix);
        if (value < 0 || value > 0xFFFFFFFFL) {
            throw new NumberFormatException("String value " + text + " exceeds range of unsigned int.");
        }
        return (int) value;
    }

    public static int parseInt(java.lang.String text) {
        return parseInt(text, 10);
    }

    public static int parseInt(java.lang.String text, int radix) {
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
        int least = negative ? java.lang.Integer.MIN_VALUE : -java.lang.Integer.MAX_VALUE;
        int bound = least / radix;
        int value = 0;
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
