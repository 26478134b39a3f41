//! Missing in TeaVM's library. Words and numbers are found without regular expressions, unless a delimiter is set.
package java.util;

import java.io.Closeable;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

public final class Scanner implements Iterator<String>, Closeable {
    private final Readable source;
    private char[] buffer = new char[1 << 12];
    private int position;
    private int end;
    private boolean exhausted;
    private boolean closed;
    private IOException failure;
    private int radix = 10;
    private Delimiter delimiter = new Whitespace();
    /** The word found last, and where it ends, until something is read. */
    private String word;
    private int wordEnd;

    public Scanner(Readable source) {
        this.source = Objects.requireNonNull(source, "source");
    }

    public Scanner(InputStream source) {
        this(new InputStreamReader(source));
    }

    public Scanner(InputStream source, String charset) {
        this(new InputStreamReader(source, Charset.forName(charset)));
    }

    public Scanner(InputStream source, Charset charset) {
        this(new InputStreamReader(source, charset));
    }

    public Scanner(String source) {
        this(new StringReader(source));
    }

    public Scanner(File source) throws FileNotFoundException {
        this(new FileInputStream(source));
    }

    /** Where words end. */
    private interface Delimiter {
        /** Finds the next word: sets its start and returns its end, or -1 if there is none. */
        int find(Scanner scanner);
    }

    private int wordStart;

    private static final class Whitespace implements Delimiter {
        @Override
        public int find(Scanner scanner) {
            int start = scanner.position;
            while (true) {
                if (start == scanner.end) {
                    int skipped = start - scanner.position;
                    if (!scanner.fill()) {
                        return -1;
                    }
                    start = scanner.position + skipped;
                } else if (blank(scanner.buffer[start])) {
                    ++start;
                } else {
                    break;
                }
            }
            scanner.position = start;
            int at = start;
            while (true) {
                if (at == scanner.end) {
                    int length = at - scanner.position;
                    boolean more = scanner.fill();
                    at = scanner.position + length;
                    if (!more) {
                        break;
                    }
                } else if (!blank(scanner.buffer[at])) {
                    ++at;
                } else {
                    break;
                }
            }
            scanner.wordStart = scanner.position;
            return at;
        }
    }

    private static final class Expression implements Delimiter {
        final Pattern pattern;

        Expression(Pattern pattern) {
            this.pattern = pattern;
        }

        @Override
        public int find(Scanner scanner) {
            while (scanner.fill()) {
                // The whole input is read, since what matches may go on.
            }
            String rest = new String(scanner.buffer, scanner.position, scanner.end - scanner.position);
            Matcher matcher = pattern.matcher(rest);
            int start = 0;
            if (matcher.lookingAt()) {
                start = matcher.end();
            }
            if (start >= rest.length()) {
                return -1;
            }
            int until = rest.length();
            int from = start;
            while (from <= rest.length() && matcher.find(from)) {
                if (matcher.end() > matcher.start() || matcher.start() > start) {
                    until = matcher.start();
                    break;
                }
                ++from;
            }
            scanner.wordStart = scanner.position + start;
            return scanner.position + until;
        }
    }

    private static boolean blank(char c) {
        return c <= ' ' ? c == ' ' || c >= '\t' && c <= '\r' || c >= 0x1C && c <= 0x1F
                : c > 0x7F && Character.isWhitespace(c);
    }

    private void open() {
        if (closed) {
            throw new IllegalStateException("Scanner closed");
        }
    }

    /** Reads more; what is unread moves to the front of the buffer. */
    private boolean fill() {
        if (exhausted) {
            return false;
        }
        int unread = end - position;
        if (position > 0) {
            System.arraycopy(buffer, position, buffer, 0, unread);
            position = 0;
            end = unread;
        }
        if (unread == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        try {
            int count;
            if (source instanceof java.io.Reader) {
                count = ((java.io.Reader) source).read(buffer, end, buffer.length - end);
            } else {
                java.nio.CharBuffer chars = java.nio.CharBuffer.wrap(buffer, end, buffer.length - end);
                count = source.read(chars);
            }
            if (count < 0) {
                exhausted = true;
                return false;
            }
            end += count;
            return true;
        } catch (IOException e) {
            failure = e;
            exhausted = true;
            return false;
        }
    }

    private boolean find() {
        open();
        if (word != null) {
            return true;
        }
        int until = delimiter.find(this);
        if (until < 0) {
            return false;
        }
        word = new String(buffer, wordStart, until - wordStart);
        wordEnd = until;
        return true;
    }

    private void take() {
        position = wordEnd;
        word = null;
    }

    private String required() {
        if (!find()) {
            throw new NoSuchElementException();
        }
        return word;
    }

    @Override
    public boolean hasNext() {
        return find();
    }

    @Override
    public String next() {
        String found = required();
        take();
        return found;
    }

    public boolean hasNextLine() {
        open();
        return position < end || fill();
    }

    public String nextLine() {
        open();
        word = null;
        int at = position;
        while (true) {
            if (at == end) {
                int length = at - position;
                boolean more = fill();
                at = position + length;
                if (!more) {
                    if (position == end) {
                        throw new NoSuchElementException("No line found");
                    }
                    break;
                }
            } else if (buffer[at] == '\n' || buffer[at] == '\r' || buffer[at] == 0x2028 || buffer[at] == 0x2029
                    || buffer[at] == 0x85) {
                break;
            } else {
                ++at;
            }
        }
        String line = new String(buffer, position, at - position);
        int length = at - position;
        if (at < end && buffer[at] == '\r' && at + 1 == end) {
            fill();
            at = position + length;
        }
        if (at < end) {
            at += buffer[at] == '\r' && at + 1 < end && buffer[at + 1] == '\n' ? 2 : 1;
        }
        position = at;
        return line;
    }

    private static String digits(String word) {
        return word.indexOf(',') < 0 ? word : word.replace(",", "");
    }

    private InputMismatchException mismatch(String found, int radix) {
        return new InputMismatchException("For input string: \"" + found + "\""
                + (radix == 10 ? "" : " under radix " + radix));
    }

    public int nextInt() {
        return nextInt(radix);
    }

    public int nextInt(int radix) {
        String found = required();
        try {
            int value = Integer.parseInt(digits(found), radix);
            take();
            return value;
        } catch (NumberFormatException e) {
            throw mismatch(found, radix);
        }
    }

    public boolean hasNextInt() {
        return hasNextInt(radix);
    }

    public boolean hasNextInt(int radix) {
        if (!find()) {
            return false;
        }
        try {
            Integer.parseInt(digits(word), radix);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    public long nextLong() {
        return nextLong(radix);
    }

    public long nextLong(int radix) {
        String found = required();
        try {
            long value = Long.parseLong(digits(found), radix);
            take();
            return value;
        } catch (NumberFormatException e) {
            throw mismatch(found, radix);
        }
    }

    public boolean hasNextLong() {
        if (!find()) {
            return false;
        }
        try {
            Long.parseLong(digits(word), radix);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    public short nextShort() {
        int value = nextInt();
        if (value != (short) value) {
            throw mismatch(String.valueOf(value), radix);
        }
        return (short) value;
    }

    public byte nextByte() {
        int value = nextInt();
        if (value != (byte) value) {
            throw mismatch(String.valueOf(value), radix);
        }
        return (byte) value;
    }

    public double nextDouble() {
        String found = required();
        try {
            double value = Double.parseDouble(digits(found));
            take();
            return value;
        } catch (NumberFormatException e) {
            throw mismatch(found, 10);
        }
    }

    public boolean hasNextDouble() {
        if (!find()) {
            return false;
        }
        try {
            Double.parseDouble(digits(word));
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    public float nextFloat() {
        return (float) nextDouble();
    }

    public boolean hasNextFloat() {
        return hasNextDouble();
    }

    public boolean nextBoolean() {
        if (!hasNextBoolean()) {
            throw mismatch(required(), 10);
        }
        return Boolean.parseBoolean(next());
    }

    public boolean hasNextBoolean() {
        return find() && (word.equalsIgnoreCase("true") || word.equalsIgnoreCase("false"));
    }

    public BigInteger nextBigInteger() {
        String found = required();
        try {
            BigInteger value = new BigInteger(digits(found), radix);
            take();
            return value;
        } catch (NumberFormatException e) {
            throw mismatch(found, radix);
        }
    }

    public boolean hasNextBigInteger() {
        if (!find()) {
            return false;
        }
        try {
            new BigInteger(digits(word), radix);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    public BigDecimal nextBigDecimal() {
        String found = required();
        try {
            BigDecimal value = new BigDecimal(digits(found));
            take();
            return value;
        } catch (NumberFormatException e) {
            throw mismatch(found, 10);
        }
    }

    public Scanner useDelimiter(String pattern) {
        return useDelimiter(Pattern.compile(pattern));
    }

    public Scanner useDelimiter(Pattern pattern) {
        delimiter = new Expression(pattern);
        word = null;
        return this;
    }

    public Scanner useLocale(Locale locale) {
        return this;
    }

    public Scanner useRadix(int radix) {
        this.radix = radix;
        return this;
    }

    public int radix() {
        return radix;
    }

    public IOException ioException() {
        return failure;
    }

    public Scanner reset() {
        delimiter = new Whitespace();
        radix = 10;
        word = null;
        return this;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            if (source instanceof Closeable) {
                try {
                    ((Closeable) source).close();
                } catch (IOException e) {
                    failure = e;
                }
            }
        }
    }
}
