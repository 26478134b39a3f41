//! Console streams with buffers, the monotonic clock, and an exit.
package assay.patch.java.lang;

import assay.ConsoleInput;
import assay.ConsoleOutput;
import assay.Program;
import assay.Wasi;
import java.io.InputStream;
import java.io.PrintStream;

public final class System {
    private static InputStream in;
    private static PrintStream out;
    private static PrintStream err;

    private System() {
    }

    public static InputStream in() {
        return in != null ? in : ConsoleInput.INSTANCE;
    }

    public static PrintStream out() {
        return out != null ? out : ConsoleOutput.OUT;
    }

    public static PrintStream err() {
        return err != null ? err : ConsoleOutput.ERR;
    }

    public static void setIn(InputStream stream) {
        in = stream;
    }

    public static void setOut(PrintStream stream) {
        out = stream;
    }

    public static void setErr(PrintStream stream) {
        err = stream;
    }

    public static long nanoTime() {
        return Wasi.monotonic();
    }

    public static void exit(int status) {
        Program.exit(status);
    }
}
