//! In place of TeaVM's: UTF-8 is decoded without a decoder's calls for each character.
package java.io;

import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

public class InputStreamReader extends Reader {
    private static final char BAD = '\uFFFD';

    private final InputStream stream;
    private final boolean latin;
    private final String encoding;
    private final byte[] bytes = new byte[1 << 13];
    private int position;
    private int end;
    private char low;
    private boolean closed;

    public InputStreamReader(InputStream stream) {
        this(stream, StandardCharsets.UTF_8);
    }

    public InputStreamReader(InputStream stream, String charset) throws UnsupportedEncodingException {
        this(stream, known(charset));
    }

    public InputStreamReader(InputStream stream, Charset charset) {
        this.stream = stream;
        encoding = charset.name();
        latin = charset == StandardCharsets.ISO_8859_1 || charset == StandardCharsets.US_ASCII;
    }

    public InputStreamReader(InputStream stream, CharsetDecoder decoder) {
        this(stream, decoder.charset());
    }

    private static Charset known(String name) throws UnsupportedEncodingException {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            throw new UnsupportedEncodingException(name);
        }
    }

    public String getEncoding() {
        return encoding;
    }

    private int next() throws IOException {
        if (position == end) {
            position = 0;
            end = 0;
            int count = stream.read(bytes, 0, bytes.length);
            if (count <= 0) {
                return -1;
            }
            end = count;
        }
        return bytes[position++] & 0xFF;
    }

    @Override
    public int read() throws IOException {
        open();
        if (low != 0) {
            char c = low;
            low = 0;
            return c;
        }
        int first = next();
        if (first < 0x80 || latin) {
            return first;
        }
        int more = first >= 0xC2 && first < 0xE0 ? 1 : first >= 0xE0 && first < 0xF0 ? 2
                : first >= 0xF0 && first < 0xF5 ? 3 : 0;
        if (more == 0) {
            return BAD;
        }
        int point = first & 0x3F >> more;
        for (int i = 0; i < more; ++i) {
            int b = next();
            boolean fits = b >= 0x80 && b < 0xC0;
            if (i == 0 && fits) {
                fits = !(first == 0xE0 && b < 0xA0 || first == 0xED && b >= 0xA0 || first == 0xF0 && b < 0x90
                        || first == 0xF4 && b >= 0x90);
            }
            if (!fits) {
                if (b >= 0) {
                    --position;
                }
                return BAD;
            }
            point = point << 6 | b & 0x3F;
        }
        if (point < 0x10000) {
            return point;
        }
        low = Character.lowSurrogate(point);
        return Character.highSurrogate(point);
    }

    @Override
    public int read(char[] chars, int offset, int length) throws IOException {
        open();
        if (offset < 0 || length < 0 || length > chars.length - offset) {
            throw new IndexOutOfBoundsException();
        }
        int count = 0;
        while (count < length) {
            // Plain letters are most of what is read; and no more is asked of the stream than is there.
            if (low == 0 && position < end) {
                int from = position;
                int until = Math.min(end, from + length - count);
                byte[] plain = bytes;
                int to = offset + count;
                while (from < until && plain[from] >= 0) {
                    chars[to++] = (char) plain[from++];
                }
                position = from;
                count = to - offset;
                if (count == length) {
                    break;
                }
            }
            if (count > 0 && low == 0 && position == end) {
                break;
            }
            int c = read();
            if (c < 0) {
                break;
            }
            chars[offset + count++] = (char) c;
        }
        return count == 0 && length > 0 ? -1 : count;
    }

    @Override
    public boolean ready() throws IOException {
        open();
        return low != 0 || position < end || stream.available() > 0;
    }

    private void open() throws IOException {
        if (closed) {
            throw new IOException("Stream closed");
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        stream.close();
    }
}
