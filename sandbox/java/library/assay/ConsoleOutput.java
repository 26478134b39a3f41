//! Standard output and standard error, with a buffer, encoded to UTF-8 without an encoder for each call.
package assay;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Locale;

public final class ConsoleOutput extends PrintStream {
    public static final ConsoleOutput OUT = new ConsoleOutput(1);
    public static final ConsoleOutput ERR = new ConsoleOutput(2);

    private static final int ROOM = 1 << 13;

    private final int descriptor;
    private final byte[] buffer = new byte[ROOM];
    private int length;
    private char high;
    private boolean failed;

    private ConsoleOutput(int descriptor) {
        super(new Nothing());
        this.descriptor = descriptor;
    }

    @Override
    public void flush() {
        int count = length;
        length = 0;
        if (!Wasi.write(descriptor, buffer, 0, count)) {
            failed = true;
        }
    }

    @Override
    public boolean checkError() {
        flush();
        return failed;
    }

    @Override
    public void close() {
        flush();
    }

    private void put(int b) {
        if (length == ROOM) {
            flush();
        }
        buffer[length++] = (byte) b;
    }

    private void ended() {
        if (descriptor == 2) {
            flush();
        }
    }

    @Override
    public void write(int b) {
        put(b);
        ended();
    }

    @Override
    public void write(byte[] bytes) {
        write(bytes, 0, bytes.length);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) {
        if (count > ROOM - length) {
            flush();
        }
        if (count > ROOM) {
            if (!Wasi.write(descriptor, bytes, offset, count)) {
                failed = true;
            }
        } else {
            System.arraycopy(bytes, offset, buffer, length, count);
            length += count;
        }
        ended();
    }

    private void encode(char c) {
        if (high != 0) {
            char first = high;
            high = 0;
            if (Character.isLowSurrogate(c)) {
                int point = Character.toCodePoint(first, c);
                put(0xF0 | point >> 18);
                put(0x80 | point >> 12 & 0x3F);
                put(0x80 | point >> 6 & 0x3F);
                put(0x80 | point & 0x3F);
                return;
            }
            put('?');
        }
        if (c < 0x80) {
            put(c);
        } else if (c < 0x800) {
            put(0xC0 | c >> 6);
            put(0x80 | c & 0x3F);
        } else if (Character.isHighSurrogate(c)) {
            high = c;
        } else if (Character.isLowSurrogate(c)) {
            put('?');
        } else {
            put(0xE0 | c >> 12);
            put(0x80 | c >> 6 & 0x3F);
            put(0x80 | c & 0x3F);
        }
    }

    private void text(String s) {
        int count = s.length();
        for (int i = 0; i < count; ++i) {
            char c = s.charAt(i);
            if (c < 0x80 && high == 0 && length < ROOM) {
                buffer[length++] = (byte) c;
            } else {
                encode(c);
            }
        }
    }

    private void digits(long value) {
        if (high != 0) {
            high = 0;
            put('?');
        }
        if (value == Long.MIN_VALUE) {
            text("-9223372036854775808");
            return;
        }
        if (ROOM - length < 20) {
            flush();
        }
        if (value < 0) {
            buffer[length++] = '-';
            value = -value;
        }
        int start = length;
        do {
            buffer[length++] = (byte) ('0' + value % 10);
            value /= 10;
        } while (value != 0);
        for (int i = start, j = length - 1; i < j; ++i, --j) {
            byte b = buffer[i];
            buffer[i] = buffer[j];
            buffer[j] = b;
        }
    }

    @Override
    public void print(boolean b) {
        text(b ? "true" : "false");
        ended();
    }

    @Override
    public void print(char c) {
        encode(c);
        ended();
    }

    @Override
    public void print(int i) {
        digits(i);
        ended();
    }

    @Override
    public void print(long l) {
        digits(l);
        ended();
    }

    @Override
    public void print(float f) {
        text(String.valueOf(f));
        ended();
    }

    @Override
    public void print(double d) {
        text(String.valueOf(d));
        ended();
    }

    @Override
    public void print(char[] chars) {
        for (char c : chars) {
            encode(c);
        }
        ended();
    }

    @Override
    public void print(String s) {
        text(String.valueOf(s));
        ended();
    }

    @Override
    public void print(Object o) {
        text(String.valueOf(o));
        ended();
    }

    @Override
    public void println() {
        encode('\n');
        ended();
    }

    @Override
    public void println(boolean b) {
        text(b ? "true" : "false");
        println();
    }

    @Override
    public void println(char c) {
        encode(c);
        println();
    }

    @Override
    public void println(int i) {
        digits(i);
        println();
    }

    @Override
    public void println(long l) {
        digits(l);
        println();
    }

    @Override
    public void println(float f) {
        text(String.valueOf(f));
        println();
    }

    @Override
    public void println(double d) {
        text(String.valueOf(d));
        println();
    }

    @Override
    public void println(char[] chars) {
        for (char c : chars) {
            encode(c);
        }
        println();
    }

    @Override
    public void println(String s) {
        text(String.valueOf(s));
        println();
    }

    @Override
    public void println(Object o) {
        text(String.valueOf(o));
        println();
    }

    @Override
    public PrintStream format(String format, Object... args) {
        text(Format.of(format, args));
        ended();
        return this;
    }

    @Override
    public PrintStream format(Locale locale, String format, Object... args) {
        text(Format.of(format, args));
        ended();
        return this;
    }

    @Override
    public PrintStream printf(String format, Object... args) {
        return format(format, args);
    }

    @Override
    public PrintStream printf(Locale locale, String format, Object... args) {
        return format(locale, format, args);
    }

    @Override
    public PrintStream append(CharSequence chars) {
        print(String.valueOf(chars));
        return this;
    }

    @Override
    public PrintStream append(CharSequence chars, int start, int end) {
        return append(String.valueOf(chars).substring(start, end));
    }

    @Override
    public PrintStream append(char c) {
        print(c);
        return this;
    }

    /** What the superclass is given, and never uses. */
    private static final class Nothing extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            throw new IOException();
        }
    }
}
