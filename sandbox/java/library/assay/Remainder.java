//! The remainder of floating-point numbers, exact as the language wants it: by long division of significands.
package assay;

import org.teavm.interop.Unmanaged;

public final class Remainder {
    private static final long FRACTION = (1L << 52) - 1;

    private Remainder() {
    }

    @Unmanaged
    public static double of(double a, double b) {
        long x = Double.doubleToRawLongBits(a);
        long y = Double.doubleToRawLongBits(b);
        long sign = x & Long.MIN_VALUE;
        x &= Long.MAX_VALUE;
        y &= Long.MAX_VALUE;
        long infinity = 0x7FFL << 52;
        if (y == 0 || x >= infinity || y > infinity) {
            return 0.0 / 0.0;
        }
        if (x < y) {
            return a;
        }
        int shift = exponent(x) - exponent(y);
        long rest = significand(x);
        long divisor = significand(y);
        int power = exponent(y);
        while (true) {
            if (rest >= divisor) {
                rest -= divisor;
            }
            if (shift == 0 || rest == 0) {
                break;
            }
            rest <<= 1;
            --shift;
        }
        if (rest == 0) {
            return Double.longBitsToDouble(sign);
        }
        while (rest < 1L << 52 && power > 1) {
            rest <<= 1;
            --power;
        }
        if (rest >= 1L << 52) {
            rest = rest & FRACTION | (long) power << 52;
        }
        return Double.longBitsToDouble(sign | rest);
    }

    @Unmanaged
    private static int exponent(long bits) {
        int exponent = (int) (bits >>> 52);
        return exponent == 0 ? 1 : exponent;
    }

    @Unmanaged
    private static long significand(long bits) {
        return bits >>> 52 == 0 ? bits : bits & FRACTION | 1L << 52;
    }
}
