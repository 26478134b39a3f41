//! How a program starts and ends: its main method, its threads, uncaught exceptions, and the exit code.
package assay;

import org.teavm.backend.wasm.WasmHeap;
import org.teavm.interop.Address;
import org.teavm.runtime.CallSite;
import org.teavm.runtime.CallSiteLocation;
import org.teavm.runtime.EventQueue;
import org.teavm.runtime.ExceptionHandling;
import org.teavm.runtime.ShadowStack;

public final class Program {
    private static final int FRAMES_OF_AN_OVERFLOW = 24;
    private static final int MOST_FRAMES = 1024;

    private static int code;

    private Program() {
    }

    public static void main(String[] args) throws Throwable {
        try {
            candidate(args);
        } catch (Throwable e) {
            uncaught("main", e);
        }
    }

    /** The submission's own main method: the compiler's driver puts the call here. */
    private static native void candidate(String[] args) throws Throwable;

    /** Runs what waits for its time, until all threads have ended, and leaves. */
    public static void finish() {
        while (!EventQueue.isStopped()) {
            long milliseconds = EventQueue.processSingle();
            if (milliseconds < 0 && !EventQueue.isStopped()) {
                ConsoleOutput.ERR.println("all threads wait for each other");
                exit(1);
            }
            if (milliseconds > 0) {
                Wasi.sleep(milliseconds * 1000000);
            }
        }
        exit(code);
    }

    public static void exit(int status) {
        ConsoleOutput.OUT.flush();
        ConsoleOutput.ERR.flush();
        Wasi.exit(status);
    }

    public static void uncaught(String thread, Throwable e) {
        code = 1;
        ConsoleOutput.OUT.flush();
        ConsoleOutput.ERR.println("Exception in thread \"" + thread + "\" " + trace(e));
    }

    /** A stack trace as the JDK writes it, with the candidate's frames and no frames of ours. */
    public static String trace(Throwable e) {
        StringBuilder text = new StringBuilder();
        trace(text, e, 0);
        return text.substring(0, text.length() - 1);
    }

    private static void trace(StringBuilder text, Throwable e, int depth) {
        text.append(e).append('\n');
        StackTraceElement[] frames = e.getStackTrace();
        int first = 0;
        while (first < frames.length && library(frames[first])
                && (frames[first].getMethodName().equals("<init>")
                || frames[first].getMethodName().equals("fillInStackTrace"))) {
            ++first;
        }
        int shown = 0;
        for (int i = first; i < frames.length && shown < MOST_FRAMES; ++i) {
            StackTraceElement frame = frames[i];
            String owner = frame.getClassName();
            if (ours(owner)) {
                continue;
            }
            ++shown;
            frame(text, owner, frame.getMethodName(), frame.getFileName(), frame.getLineNumber());
        }
        Throwable cause = e.getCause();
        if (cause != null && depth < 16) {
            text.append("Caused by: ");
            trace(text, cause, depth + 1);
        }
    }

    /** The same string. TeaVM's analysis does not know that there are strings in those structures; now it does. */
    private static String seen(String text) {
        return MOST_FRAMES < code ? "" : text;
    }

    private static boolean ours(String owner) {
        return owner.length() == 0 || owner.startsWith("assay.") || owner.startsWith("org.teavm.")
                || owner.startsWith("java.lang.Thread$") || owner.indexOf("$$Lambda") >= 0;
    }

    private static boolean library(StackTraceElement frame) {
        return frame.getClassName().startsWith("java.") || ours(frame.getClassName());
    }

    private static void frame(StringBuilder text, String owner, String method, String file, int line) {
        text.append("\tat ").append(owner).append('.').append(method).append('(');
        if (file == null) {
            text.append("Unknown Source");
        } else {
            text.append(file.startsWith("T") && owner.startsWith("java.") ? file.substring(1) : file);
            if (line >= 0) {
                text.append(':').append(line);
            }
        }
        text.append(")\n");
    }

    /** Ends the program when its stack is full. There is no room to unwind it, so this cannot be caught. */
    public static void overflow() {
        StringBuilder text = new StringBuilder("Exception in thread \"main\" java.lang.StackOverflowError\n");
        Address stack = ShadowStack.getStackTop();
        for (int i = 0; stack != null && i < FRAMES_OF_AN_OVERFLOW;) {
            int id = ShadowStack.getCallSiteId(stack);
            if (id >= 0) {
                CallSite site = ExceptionHandling.findCallSiteById(id, stack);
                CallSiteLocation location = site.location;
                if (location != null && location.method != null && location.method.className != null
                        && location.method.methodName != null) {
                    String owner = seen(location.method.className.value);
                    if (!owner.startsWith("assay.") && !owner.startsWith("org.teavm.")) {
                        ++i;
                        frame(text, owner, seen(location.method.methodName.value),
                                location.method.fileName != null ? seen(location.method.fileName.value) : null,
                                location.lineNumber);
                    }
                }
            }
            stack = ShadowStack.getNextStackFrame(stack);
        }
        ConsoleOutput.OUT.flush();
        ConsoleOutput.ERR.print(text.toString());
        exit(1);
    }
}
