//! Missing in TeaVM's library.
package java.util;

public final class StringJoiner {
    private final String delimiter;
    private final String prefix;
    private final String suffix;
    private StringBuilder value;
    private String empty;

    public StringJoiner(CharSequence delimiter) {
        this(delimiter, "", "");
    }

    public StringJoiner(CharSequence delimiter, CharSequence prefix, CharSequence suffix) {
        this.delimiter = delimiter.toString();
        this.prefix = prefix.toString();
        this.suffix = suffix.toString();
    }

    public StringJoiner setEmptyValue(CharSequence value) {
        empty = value.toString();
        return this;
    }

    private StringBuilder next() {
        if (value == null) {
            value = new StringBuilder();
        } else {
            value.append(delimiter);
        }
        return value;
    }

    public StringJoiner add(CharSequence element) {
        next().append(String.valueOf(element));
        return this;
    }

    public StringJoiner merge(StringJoiner other) {
        if (other.value != null) {
            String text = other.value.toString();
            next().append(text);
        }
        return this;
    }

    public int length() {
        return toString().length();
    }

    @Override
    public String toString() {
        return value == null && empty != null ? empty : prefix + (value == null ? "" : value) + suffix;
    }
}
