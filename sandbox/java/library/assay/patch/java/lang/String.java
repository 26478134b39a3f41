//! Formats with `assay.Format`; and methods that TeaVM's library lacks.
package assay.patch.java.lang;

import assay.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

public final class String {
    private String() {
    }

    public static java.lang.String format(java.lang.String format, Object[] arguments) {
        return Format.of(format, arguments);
    }

    public static java.lang.String format(Locale locale, java.lang.String format, Object[] arguments) {
        return Format.of(format, arguments);
    }

    public static java.lang.String formatted(java.lang.String format, Object[] arguments) {
        return Format.of(format, arguments);
    }

    public static java.lang.String[] split(java.lang.String text, java.lang.String expression) {
        return split(text, expression, 0);
    }

    /** Without a regular expression where the delimiter is one character. */
    public static java.lang.String[] split(java.lang.String text, java.lang.String expression, int limit) {
        int length = expression.length();
        char c = length > 0 ? expression.charAt(length - 1) : 0;
        boolean plain = length == 1 && ".$|()[{^?*+\\".indexOf(c) < 0
                || length == 2 && expression.charAt(0) == '\\' && !Character.isLetterOrDigit(c);
        if (!plain || Character.isSurrogate(c)) {
            return Pattern.compile(expression).split(text, limit);
        }
        List<java.lang.String> parts = new ArrayList<>();
        int start = 0;
        for (int i = text.indexOf(c); i >= 0 && (limit <= 0 || parts.size() < limit - 1); i = text.indexOf(c, start)) {
            parts.add(text.substring(start, i));
            start = i + 1;
        }
        parts.add(text.substring(start));
        int count = parts.size();
        while (limit == 0 && count > 1 && parts.get(count - 1).isEmpty()) {
            --count;
        }
        // All parts empty, as the JDK has it: no part at all, unless there was nothing to split.
        if (limit == 0 && count == 1 && parts.size() > 1 && parts.get(0).isEmpty()) {
            count = 0;
        }
        return parts.subList(0, count).toArray(new java.lang.String[0]);
    }

    public static Stream<java.lang.String> lines(java.lang.String text) {
        List<java.lang.String> lines = new ArrayList<>();
        int length = text.length();
        for (int start = 0; start < length;) {
            int end = start;
            while (end < length && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                ++end;
            }
            lines.add(text.substring(start, end));
            start = end + (end + 1 < length && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n' ? 2 : 1);
        }
        return lines.stream();
    }

    public static <R> R transform(java.lang.String text, Function<? super java.lang.String, ? extends R> function) {
        return function.apply(text);
    }
}
