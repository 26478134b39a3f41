//! Methods that TeaVM's library lacks.
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
}
