//! A number's decimal digits, rounded half up as the JDK's formatter does, from the shortest text that means the number.
package assay;

final class Decimal {
    /** Digits without leading zeros; empty for zero. */
    private final String digits;
    /** The number is 0.digits times ten to this power. */
    private final int point;

    Decimal(String text) {
        int e = Math.max(text.indexOf('E'), text.indexOf('e'));
        int exponent = e < 0 ? 0 : Integer.parseInt(text.substring(text.charAt(e + 1) == '+' ? e + 2 : e + 1));
        String mantissa = e < 0 ? text : text.substring(0, e);
        int dot = mantissa.indexOf('.');
        int before = dot < 0 ? mantissa.length() : dot;
        String all = dot < 0 ? mantissa : mantissa.substring(0, dot) + mantissa.substring(dot + 1);
        int start = 0;
        while (start < all.length() && all.charAt(start) == '0') {
            ++start;
        }
        int end = all.length();
        while (end > start && all.charAt(end - 1) == '0') {
            --end;
        }
        digits = all.substring(start, end);
        point = digits.isEmpty() ? 1 : before - start + exponent;
    }

    private Decimal(String digits, int point) {
        this.digits = digits;
        this.point = point;
    }

    boolean isZero() {
        return digits.isEmpty();
    }

    /** Of the first digit that is not zero. */
    int exponent() {
        return point - 1;
    }

    /** Rounded to so many digits. */
    Decimal significant(int count) {
        if (count >= digits.length()) {
            return this;
        }
        if (count < 0 || digits.charAt(Math.max(count, 0)) < '5') {
            return count <= 0 ? new Decimal("", 1) : new Decimal(digits.substring(0, count), point);
        }
        char[] kept = digits.substring(0, count).toCharArray();
        int i = count - 1;
        while (i >= 0 && kept[i] == '9') {
            kept[i--] = '0';
        }
        if (i < 0) {
            return new Decimal("1" + new String(kept), point + 1);
        }
        ++kept[i];
        return new Decimal(new String(kept), point);
    }

    String fixed(int places, boolean dot) {
        Decimal rounded = significant(point + places);
        StringBuilder text = new StringBuilder();
        if (rounded.isZero() || rounded.point <= 0) {
            text.append('0');
        } else {
            for (int i = 0; i < rounded.point; ++i) {
                text.append(rounded.at(i));
            }
        }
        if (places > 0 || dot) {
            text.append('.');
        }
        int first = rounded.isZero() ? rounded.digits.length() : rounded.point;
        for (int i = 0; i < places; ++i) {
            text.append(rounded.isZero() ? '0' : rounded.at(first + i));
        }
        return text.toString();
    }

    String scientific(int places, boolean dot) {
        Decimal rounded = significant(places + 1);
        StringBuilder text = new StringBuilder();
        text.append(rounded.at(0));
        if (places > 0 || dot) {
            text.append('.');
        }
        for (int i = 1; i <= places; ++i) {
            text.append(rounded.at(i));
        }
        int exponent = rounded.isZero() ? 0 : rounded.exponent();
        text.append('e').append(exponent < 0 ? '-' : '+');
        if (Math.abs(exponent) < 10) {
            text.append('0');
        }
        return text.append(Math.abs(exponent)).toString();
    }

    private char at(int i) {
        return i >= 0 && i < digits.length() ? digits.charAt(i) : '0';
    }
}
