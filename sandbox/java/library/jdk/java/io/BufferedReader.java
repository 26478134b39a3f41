//! In place of TeaVM's, whose lines are put together letter by letter.
package java.io;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

public class BufferedReader extends Reader {
    private Reader reader;
    private char[] buffer;
    private int position;
    private int end;
    private int mark = -1;
    private boolean skipNewline;

    public BufferedReader(Reader reader) {
        this(reader, 1 << 13);
    }

    public BufferedReader(Reader reader, int size) {
        if (size <= 0) {
            throw new IllegalArgumentException("Buffer size <= 0");
        }
        this.reader = reader;
        buffer = new char[Math.max(size, 2)];
    }

    private void open() throws IOException {
        if (reader == null) {
            throw new IOException("Stream closed");
        }
    }

    /** Reads more behind what is there; what comes before the mark, or all without a mark, is let go. */
    private boolean fill() throws IOException {
        int keep = mark >= 0 ? mark : position;
        if (keep > 0) {
            System.arraycopy(buffer, keep, buffer, 0, end - keep);
            end -= keep;
            position -= keep;
            mark = mark >= 0 ? 0 : -1;
        }
        if (end == buffer.length) {
            char[] larger = new char[buffer.length * 2];
            System.arraycopy(buffer, 0, larger, 0, end);
            buffer = larger;
        }
        int count = reader.read(buffer, end, buffer.length - end);
        if (count <= 0) {
            return false;
        }
        end += count;
        return true;
    }

    private boolean more() throws IOException {
        if (position == end && !fill()) {
            return false;
        }
        if (skipNewline) {
            skipNewline = false;
            if (buffer[position] == '\n') {
                ++position;
                return position < end || fill();
            }
        }
        return true;
    }

    @Override
    public int read() throws IOException {
        open();
        return more() ? buffer[position++] : -1;
    }

    @Override
    public int read(char[] chars, int offset, int length) throws IOException {
        open();
        if (offset < 0 || length < 0 || length > chars.length - offset) {
            throw new IndexOutOfBoundsException();
        }
        if (length == 0) {
            return 0;
        }
        if (!more()) {
            return -1;
        }
        int count = Math.min(length, end - position);
        System.arraycopy(buffer, position, chars, offset, count);
        position += count;
        return count;
    }

    public String readLine() throws IOException {
        open();
        if (!more()) {
            return null;
        }
        int at = position;
        while (true) {
            if (at == end) {
                int length = at - position;
                if (!fill()) {
                    String line = new String(buffer, position, end - position);
                    position = end;
                    return line;
                }
                at = position + length;
            }
            char[] chars = buffer;
            int limit = end;
            while (at < limit && chars[at] != '\n' && chars[at] != '\r') {
                ++at;
            }
            if (at < limit) {
                String line = new String(chars, position, at - position);
                skipNewline = chars[at] == '\r';
                position = at + 1;
                return line;
            }
        }
    }

    public Stream<String> lines() {
        Iterator<String> lines = new Iterator<>() {
            private String next;

            @Override
            public boolean hasNext() {
                if (next == null) {
                    try {
                        next = readLine();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
                return next != null;
            }

            @Override
            public String next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                String line = next;
                next = null;
                return line;
            }
        };
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(lines, Spliterator.ORDERED), false);
    }

    @Override
    public boolean ready() throws IOException {
        open();
        return position < end || reader.ready();
    }

    @Override
    public boolean markSupported() {
        return true;
    }

    @Override
    public void mark(int limit) throws IOException {
        open();
        more();
        mark = position;
    }

    @Override
    public void reset() throws IOException {
        open();
        if (mark < 0) {
            throw new IOException("Stream not marked");
        }
        position = mark;
    }

    @Override
    public void close() throws IOException {
        if (reader != null) {
            reader.close();
            reader = null;
        }
    }
}
