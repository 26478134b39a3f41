//! Stack traces without frames of the runtime.
package assay.patch.java.lang;

import assay.ConsoleOutput;
import assay.Program;
import java.io.PrintStream;
import java.io.PrintWriter;

public final class Throwable {
    private Throwable() {
    }

    public static void printStackTrace(java.lang.Throwable e) {
        ConsoleOutput.OUT.flush();
        java.lang.System.err.println(Program.trace(e));
    }

    public static void printStackTrace(java.lang.Throwable e, PrintStream stream) {
        stream.println(Program.trace(e));
    }

    public static void printStackTrace(java.lang.Throwable e, PrintWriter stream) {
        stream.println(Program.trace(e));
    }
}
