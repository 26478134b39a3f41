//! Turns text around by code points.
package assay.patch.java.lang;

public final class StringBuilder {
    private StringBuilder() {
    }

    public static java.lang.StringBuilder reverse(java.lang.StringBuilder text) {
        int length = text.length();
        char[] turned = new char[length];
        for (int i = 0, to = length; i < length;) {
            char c = text.charAt(i++);
            if (Character.isHighSurrogate(c) && i < length && Character.isLowSurrogate(text.charAt(i))) {
                turned[--to] = text.charAt(i++);
            }
            turned[--to] = c;
        }
        text.setLength(0);
        return text.append(turned);
    }
}
