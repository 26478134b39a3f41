//! What the language demands of a division and of a new array, and WebAssembly or TeaVM does otherwise.
package assay;

public final class Checks {
    private static final int MOST_BYTES = 1 << 30;

    private static int unknown;

    private Checks() {
    }

    public static int divide(int a, int b) {
        if (b == 0) {
            throw new ArithmeticException("/ by zero");
        }
        return b == -1 ? -a : a / b;
    }

    public static int remainder(int a, int b) {
        if (b == 0) {
            throw new ArithmeticException("/ by zero");
        }
        return b == -1 ? 0 : a % b;
    }

    public static long divide(long a, long b) {
        if (b == 0) {
            throw new ArithmeticException("/ by zero");
        }
        return b == -1 ? -a : a / b;
    }

    public static long remainder(long a, long b) {
        if (b == 0) {
            throw new ArithmeticException("/ by zero");
        }
        return b == -1 ? 0 : a % b;
    }

    /** Zero; nothing that reads the program can tell. */
    public static int never() {
        return unknown;
    }

    /** What was caught, as it is; to TeaVM's analysis it looks as if it could be any of these. */
    public static Throwable caught(Throwable e) {
        if (e != null) {
            return e;
        }
        switch (unknown) {
            case 0:
                return new ArrayIndexOutOfBoundsException();
            case 1:
                return new NullPointerException();
            default:
                return new ClassCastException();
        }
    }

    /** The size of a new array, given the size of an element. */
    public static int size(int length, int element) {
        if (length < 0) {
            throw new NegativeArraySizeException(String.valueOf(length));
        }
        if (length > MOST_BYTES / element) {
            throw new OutOfMemoryError("an array of " + length + " elements");
        }
        return length;
    }
}
