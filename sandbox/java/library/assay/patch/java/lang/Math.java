//! Methods that TeaVM's library lacks.
package assay.patch.java.lang;

public final class Math {
    private Math() {
    }

    public static long multiplyFull(int a, int b) {
        return (long) a * b;
    }

    public static long multiplyHigh(long a, long b) {
        long low = (a & 0xFFFFFFFFL) * (b & 0xFFFFFFFFL);
        long middle = (a >> 32) * (b & 0xFFFFFFFFL) + (low >>> 32);
        long other = (a & 0xFFFFFFFFL) * (b >> 32) + (middle & 0xFFFFFFFFL);
        return (a >> 32) * (b >> 32) + (middle >> 32) + (other >> 32);
    }
}
