// Reads calls and writes what comes of them, for the program that is generated for a function or class in Java.
//
// Each type of an interface has a kind here, such as list(map(STRING, INT)): how to read and write it; records and
// tuples get theirs in the generated file. A record of the log is put together in memory and written in one go.

import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

final class AssayWire {
    /** How values of a type are read and written. */
    interface Kind<T> {
        T read();

        void write(T value);
    }

    /** A call of the submission. */
    interface Call<T> {
        T run() throws Throwable;
    }

    /** A value is not of the type it should be of. */
    static final class Mismatch extends RuntimeException {
        Mismatch(String actual) {
            super(actual);
        }
    }

    private static final int SHOWN_ERRORS = 10;

    /** Errors that tell of a mistake in the program; classes derived from them are the submission's own, and meant. */
    private static final Set<String> MISTAKES = Set.of(
            "NullPointerException", "ClassCastException", "ArrayStoreException", "NegativeArraySizeException",
            "UnsupportedOperationException", "StackOverflowError", "OutOfMemoryError", "AssertionError");

    private static byte[] input;
    private static int at;
    private static int errors;
    private static Record record;
    private static OutputStream log;

    private AssayWire() {}

    /** Bytes that are put together. */
    private static final class Record extends ByteArrayOutputStream {
        void text(String text) {
            block(text.getBytes(StandardCharsets.UTF_8));
        }

        void block(byte[] bytes) {
            write(bytes, 0, bytes.length);
            write('\n');
        }
    }

    static void open() throws IOException {
        try (InputStream call = new FileInputStream("/assay/call")) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            byte[] part = new byte[65536];
            for (int length = call.read(part); length > 0; length = call.read(part)) {
                all.write(part, 0, length);
            }
            input = all.toByteArray();
        }
        log = new FileOutputStream("/assay/results/log");
    }

    private static String line() {
        int start = at;
        while (input[at] != '\n') {
            at++;
        }
        at++;
        return new String(input, start, at - 1 - start, StandardCharsets.UTF_8);
    }

    private static long integer() {
        boolean negative = input[at] == '-';
        if (negative) {
            at++;
        }
        long value = 0;
        for (; input[at] != '\n'; at++) {
            value = value * 10 + (input[at] - '0');
        }
        at++;
        return negative ? -value : value;
    }

    static int count() {
        return (int) integer();
    }

    /** The method of the next step; sleeping is done here. */
    static int step() throws InterruptedException {
        if (input[at] != 'z') {
            return count();
        }
        at += 2;
        Thread.sleep(integer());
        return -1;
    }

    private static byte[] block() {
        int length = count();
        byte[] bytes = new byte[length];
        System.arraycopy(input, at, bytes, 0, length);
        at += length + 1;
        return bytes;
    }

    private static void putBlock(byte[] bytes) {
        record.text(Integer.toString(bytes.length));
        record.block(bytes);
    }

    private static <T> T some(T value) {
        if (value == null) {
            throw new Mismatch("null");
        }
        return value;
    }

    static final Kind<Boolean> BOOL = new Kind<>() {
        public Boolean read() {
            return line().equals("T");
        }

        public void write(Boolean value) {
            record.text(some(value) ? "T" : "F");
        }
    };

    static final Kind<Long> INT = new Kind<>() {
        public Long read() {
            return integer();
        }

        public void write(Long value) {
            record.text(some(value).toString());
        }
    };

    static final Kind<BigInteger> BIG_INT = new Kind<>() {
        public BigInteger read() {
            return new BigInteger(line());
        }

        public void write(BigInteger value) {
            record.text(some(value).toString());
        }
    };

    static final Kind<Double> FLOAT = new Kind<>() {
        public Double read() {
            String text = line();
            switch (text) {
                case "NaN":
                    return Double.NaN;
                case "Infinity":
                    return Double.POSITIVE_INFINITY;
                case "-Infinity":
                    return Double.NEGATIVE_INFINITY;
                default:
                    return Double.parseDouble(text);
            }
        }

        public void write(Double value) {
            record.text(some(value).toString());
        }
    };

    static final Kind<String> STRING = new Kind<>() {
        public String read() {
            return new String(block(), StandardCharsets.UTF_8);
        }

        public void write(String text) {
            for (int i = 0; i < some(text).length(); i++) {
                if (!Character.isSurrogate(text.charAt(i))) {
                    continue;
                }
                boolean pair = i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
                if (!pair) {
                    throw new Mismatch("String that is not valid Unicode");
                }
                i++;
            }
            putBlock(text.getBytes(StandardCharsets.UTF_8));
        }
    };

    static final Kind<byte[]> BYTES = new Kind<>() {
        public byte[] read() {
            return block();
        }

        public void write(byte[] bytes) {
            putBlock(some(bytes));
        }
    };

    static <T> Kind<List<T>> list(Kind<T> item) {
        return new Kind<>() {
            public List<T> read() {
                int count = count();
                List<T> items = new ArrayList<>(count);
                for (; count > 0; count--) {
                    items.add(item.read());
                }
                return items;
            }

            public void write(List<T> items) {
                record.text(Integer.toString(some(items).size()));
                for (T value : items) {
                    item.write(value);
                }
            }
        };
    }

    static <T> Kind<Set<T>> set(Kind<T> item) {
        return new Kind<>() {
            public Set<T> read() {
                Set<T> items = new HashSet<>();
                for (int count = count(); count > 0; count--) {
                    items.add(item.read());
                }
                return items;
            }

            public void write(Set<T> items) {
                record.text(Integer.toString(some(items).size()));
                for (T value : items) {
                    item.write(value);
                }
            }
        };
    }

    static <K, V> Kind<Map<K, V>> map(Kind<K> key, Kind<V> value) {
        return new Kind<>() {
            public Map<K, V> read() {
                Map<K, V> entries = new HashMap<>();
                for (int count = count(); count > 0; count--) {
                    K name = key.read();
                    entries.put(name, value.read());
                }
                return entries;
            }

            public void write(Map<K, V> entries) {
                record.text(Integer.toString(some(entries).size()));
                for (Map.Entry<K, V> entry : entries.entrySet()) {
                    key.write(entry.getKey());
                    value.write(entry.getValue());
                }
            }
        };
    }

    static <T> Kind<T> optional(Kind<T> item) {
        return new Kind<>() {
            public T read() {
                return count() == 0 ? null : item.read();
            }

            public void write(T value) {
                record.text(value == null ? "0" : "1");
                if (value != null) {
                    item.write(value);
                }
            }
        };
    }

    /** Calls, and writes what comes of it; `kind` is null if there is no result. Says what was returned. */
    static <T> T reply(Kind<T> kind, Call<T> call) throws IOException {
        record = new Record();
        record.text("R");
        T value = null;
        try {
            value = call.run();
            if (kind != null) {
                kind.write(value);
            }
        } catch (Mismatch mismatch) {
            byte[] actual = mismatch.getMessage().getBytes(StandardCharsets.UTF_8);
            record.reset();
            record.text("T " + actual.length);
            record.block(actual);
        } catch (Throwable error) {
            fail(error);
        }
        record.writeTo(log);
        log.flush();
        return value;
    }

    private static void fail(Throwable error) {
        String name = error.getClass().getName();
        byte[] kind = name.substring(name.lastIndexOf('.') + 1).getBytes(StandardCharsets.UTF_8);
        byte[] message = message(error).getBytes(StandardCharsets.UTF_8);
        boolean mistake = name.startsWith("java.lang.") && MISTAKES.contains(name.substring("java.lang.".length()));
        record.reset();
        record.text((mistake ? "X " : "E ") + kind.length + " " + message.length);
        record.block(kind);
        record.block(message);
        if (++errors <= SHOWN_ERRORS) {
            show(error);
        }
    }

    private static String message(Throwable error) {
        try {
            String message = error.getMessage();
            return message == null ? "" : message.substring(0, Math.min(message.length(), 4096));
        } catch (Throwable another) {
            return "(its message cannot be had)";
        }
    }

    /** Prints an error as it is usual, without the frames that led into the submission. */
    private static void show(Throwable error) {
        System.err.println(error.getClass().getName() + ": " + message(error));
        StackTraceElement[] trace = error.getStackTrace();
        for (int i = 0; i < Math.min(trace.length, 30); i++) {
            if (!trace[i].getClassName().startsWith("Assay")) {
                System.err.println("\tat " + trace[i]);
            }
        }
    }
}
