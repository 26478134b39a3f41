//! Formats with `assay.Format`.
package assay.patch.java.util;

import assay.Format;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

public final class Formatter {
    private Formatter() {
    }

    public static java.util.Formatter format(java.util.Formatter formatter, Locale locale, String format,
            Object[] arguments) {
        try {
            formatter.out().append(Format.of(format, arguments));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return formatter;
    }

    public static java.util.Formatter format(java.util.Formatter formatter, String format, Object[] arguments) {
        return format(formatter, null, format, arguments);
    }
}
