//! What `String.format` and `printf` write. TeaVM's own knows no `%n`, `%e` and `%g`, and brings tables for every language.
package assay;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.IllegalFormatConversionException;
import java.util.IllegalFormatPrecisionException;
import java.util.MissingFormatArgumentException;
import java.util.MissingFormatWidthException;
import java.util.UnknownFormatConversionException;

public final class Format {
    private final StringBuilder out = new StringBuilder();
    private boolean left;
    private boolean alternate;
    private boolean plus;
    private boolean space;
    private boolean zero;
    private boolean comma;
    private boolean parenthesis;
    private int width;
    private int precision;

    private Format() {
    }

    public static String of(String format, Object[] arguments) {
        Format writer = new Format();
        writer.write(format, arguments != null ? arguments : new Object[1]);
        return writer.out.toString();
    }

    private void write(String format, Object[] arguments) {
        int ordinary = 0;
        int last = -1;
        int length = format.length();
        for (int i = 0; i < length;) {
            char c = format.charAt(i);
            if (c != '%') {
                out.append(c);
                ++i;
                continue;
            }
            int start = i++;
            int number = 0;
            int digits = i;
            while (digits < length && digit(format.charAt(digits))) {
                number = number * 10 + format.charAt(digits++) - '0';
            }
            int index = -1;
            boolean again = false;
            if (digits > i && digits < length && format.charAt(digits) == '$') {
                index = number - 1;
                i = digits + 1;
            } else if (i < length && format.charAt(i) == '<') {
                again = true;
                ++i;
            }
            i = flags(format, i);
            width = -1;
            if (i < length && digit(format.charAt(i))) {
                width = 0;
                while (i < length && digit(format.charAt(i))) {
                    width = width * 10 + format.charAt(i++) - '0';
                }
            }
            precision = -1;
            if (i < length && format.charAt(i) == '.') {
                ++i;
                precision = 0;
                while (i < length && digit(format.charAt(i))) {
                    precision = precision * 10 + format.charAt(i++) - '0';
                }
            }
            if (i >= length) {
                throw new UnknownFormatConversionException("%");
            }
            char conversion = format.charAt(i++);
            if (conversion == 'n') {
                out.append('\n');
                continue;
            }
            if ((left || zero) && width < 0) {
                throw new MissingFormatWidthException(format.substring(start, i));
            }
            if (conversion == '%') {
                pad("%");
                continue;
            }
            int chosen = again ? last : index >= 0 ? index : ordinary++;
            if (chosen < 0 || chosen >= arguments.length) {
                throw new MissingFormatArgumentException(format.substring(start, i));
            }
            last = chosen;
            convert(conversion, arguments[chosen]);
        }
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private int flags(String format, int i) {
        left = alternate = plus = space = zero = comma = parenthesis = false;
        for (; i < format.length(); ++i) {
            switch (format.charAt(i)) {
                case '-':
                    left = true;
                    break;
                case '#':
                    alternate = true;
                    break;
                case '+':
                    plus = true;
                    break;
                case ' ':
                    space = true;
                    break;
                case '0':
                    zero = true;
                    break;
                case ',':
                    comma = true;
                    break;
                case '(':
                    parenthesis = true;
                    break;
                default:
                    return i;
            }
        }
        return i;
    }

    private void convert(char conversion, Object value) {
        String text;
        switch (conversion) {
            case 'b':
            case 'B':
                text = cut(value instanceof Boolean ? value.toString() : String.valueOf(value != null));
                break;
            case 's':
            case 'S':
                text = cut(String.valueOf(value));
                break;
            case 'h':
            case 'H':
                text = cut(value == null ? "null" : Integer.toHexString(value.hashCode()));
                break;
            case 'c':
            case 'C':
                text = character(conversion, value);
                break;
            case 'd':
                text = value == null ? "null" : decimal(conversion, value);
                break;
            case 'o':
            case 'x':
            case 'X':
                text = value == null ? "null" : radix(conversion, value);
                break;
            case 'e':
            case 'E':
            case 'f':
            case 'g':
            case 'G':
                text = value == null ? "null" : floating(conversion, value);
                break;
            default:
                throw new UnknownFormatConversionException(String.valueOf(conversion));
        }
        pad(conversion >= 'A' && conversion <= 'Z' ? text.toUpperCase() : text);
    }

    private String cut(String text) {
        return precision >= 0 && precision < text.length() ? text.substring(0, precision) : text;
    }

    private void pad(String text) {
        int missing = width - text.length();
        if (!left) {
            fill(missing);
        }
        out.append(text);
        if (left) {
            fill(missing);
        }
    }

    private void fill(int count) {
        for (int i = 0; i < count; ++i) {
            out.append(' ');
        }
    }

    private String character(char conversion, Object value) {
        if (precision >= 0) {
            throw new IllegalFormatPrecisionException(precision);
        }
        if (value == null) {
            return "null";
        }
        if (value instanceof Character) {
            return value.toString();
        }
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return new String(Character.toChars(((Number) value).intValue()));
        }
        throw new IllegalFormatConversionException(conversion, value.getClass());
    }

    private String decimal(char conversion, Object value) {
        if (precision >= 0) {
            throw new IllegalFormatPrecisionException(precision);
        }
        String digits;
        if (value instanceof Integer || value instanceof Long || value instanceof Short || value instanceof Byte) {
            digits = Long.toString(((Number) value).longValue());
        } else if (value instanceof BigInteger) {
            digits = value.toString();
        } else {
            throw new IllegalFormatConversionException(conversion, value.getClass());
        }
        boolean negative = digits.startsWith("-");
        return sign(negative, grouped(negative ? digits.substring(1) : digits));
    }

    private String radix(char conversion, Object value) {
        int base = conversion == 'o' ? 8 : 16;
        String digits;
        boolean negative = false;
        if (value instanceof Integer) {
            int i = (Integer) value;
            digits = base == 8 ? Integer.toOctalString(i) : Integer.toHexString(i);
        } else if (value instanceof Long) {
            long i = (Long) value;
            digits = base == 8 ? Long.toOctalString(i) : Long.toHexString(i);
        } else if (value instanceof Byte || value instanceof Short) {
            int i = ((Number) value).intValue() & (value instanceof Byte ? 0xFF : 0xFFFF);
            digits = base == 8 ? Integer.toOctalString(i) : Integer.toHexString(i);
        } else if (value instanceof BigInteger) {
            negative = ((BigInteger) value).signum() < 0;
            digits = ((BigInteger) value).abs().toString(base);
        } else {
            throw new IllegalFormatConversionException(conversion, value.getClass());
        }
        if (alternate) {
            digits = (base == 8 ? "0" : "0x") + digits;
        }
        return sign(negative, digits);
    }

    private String floating(char conversion, Object value) {
        boolean negative;
        String text;
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            if (number != number) {
                zero = false;
                return "NaN";
            }
            negative = number < 0 || number == 0 && 1 / number < 0;
            if (number == Double.POSITIVE_INFINITY || number == Double.NEGATIVE_INFINITY) {
                zero = false;
                return sign(negative, "Infinity");
            }
            text = value instanceof Double ? Double.toString(Math.abs(number))
                    : Float.toString(Math.abs((Float) value));
        } else if (value instanceof BigDecimal) {
            negative = ((BigDecimal) value).signum() < 0;
            text = ((BigDecimal) value).abs().toString();
        } else {
            throw new IllegalFormatConversionException(conversion, value.getClass());
        }
        int places = precision < 0 ? 6 : precision;
        Decimal number = new Decimal(text);
        switch (conversion) {
            case 'f':
                return sign(negative, grouped(number.fixed(places, alternate)));
            case 'e':
            case 'E':
                return sign(negative, number.scientific(places, alternate));
            default:
                places = places == 0 ? 1 : places;
                Decimal rounded = number.significant(places);
                if (rounded.isZero() || rounded.exponent() >= -4 && rounded.exponent() < places) {
                    int before = rounded.isZero() ? 1 : rounded.exponent() + 1;
                    return sign(negative, grouped(number.fixed(Math.max(places - before, 0), alternate)));
                }
                return sign(negative, number.scientific(places - 1, alternate));
        }
    }

    private String grouped(String digits) {
        if (!comma) {
            return digits;
        }
        int end = digits.indexOf('.') < 0 ? digits.length() : digits.indexOf('.');
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < end; ++i) {
            if (i > 0 && (end - i) % 3 == 0) {
                text.append(',');
            }
            text.append(digits.charAt(i));
        }
        return text.append(digits, end, digits.length()).toString();
    }

    private String sign(boolean negative, String digits) {
        String before = negative ? parenthesis ? "(" : "-" : plus ? "+" : space ? " " : "";
        String after = negative && parenthesis ? ")" : "";
        StringBuilder text = new StringBuilder(before);
        if (zero) {
            for (int i = before.length() + digits.length() + after.length(); i < width; ++i) {
                text.append('0');
            }
        }
        return text.append(digits).append(after).toString();
    }
}
