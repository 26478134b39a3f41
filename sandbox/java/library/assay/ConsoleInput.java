//! Standard input. TeaVM's own is always empty.
package assay;

import java.io.IOException;
import java.io.InputStream;

public final class ConsoleInput extends InputStream {
    public static final ConsoleInput INSTANCE = new ConsoleInput();

    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int end;

    private ConsoleInput() {
    }

    private boolean fill() throws IOException {
        position = 0;
        end = 0;
        int count = Wasi.read(0, buffer, 0, buffer.length);
        if (count < 0) {
            throw new IOException("standard input cannot be read: error " + -count);
        }
        end = count;
        return count > 0;
    }

    @Override
    public int read() throws IOException {
        if (position == end && !fill()) {
            return -1;
        }
        return buffer[position++] & 0xFF;
    }

    @Override
    public int read(byte[] bytes) throws IOException {
        return read(bytes, 0, bytes.length);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (offset < 0 || length < 0 || length > bytes.length - offset) {
            throw new IndexOutOfBoundsException();
        }
        if (length == 0) {
            return 0;
        }
        if (position == end && !fill()) {
            return -1;
        }
        int count = Math.min(length, end - position);
        System.arraycopy(buffer, position, bytes, offset, count);
        position += count;
        return count;
    }

    @Override
    public int available() {
        return end - position;
    }

    @Override
    public void close() {
    }
}
