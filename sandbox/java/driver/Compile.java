//! The compiler of Java submissions: javac, then TeaVM, in one process, which is a confined child of the grader.
//!
//! `java Compile LIBRARY MODULE MAIN FILE...`: LIBRARY is a class path, MODULE the file to write, MAIN the source file
//! with the main method. What is wrong with the sources goes to standard output, and the exit code is then 1; 2 is a
//! mistake of javac's or TeaVM's.

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

final class Compile {
    private Compile() {
    }

    public static void main(String[] args) throws Exception {
        int code;
        try {
            code = compile(args);
        } catch (Throwable e) {
            code = failed(e);
        }
        System.out.flush();
        Runtime.getRuntime().halt(code);
    }

    /** Says why there is no module; javac wraps what it runs out of. */
    private static int failed(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof StackOverflowError) {
                say("the compiler ran out of stack: the source is nested too deeply\n");
                return 1;
            }
            if (cause instanceof OutOfMemoryError) {
                say("the compiler ran out of memory\n");
                return 1;
            }
        }
        say("the compiler failed: " + e + "\n");
        e.printStackTrace();
        return 2;
    }

    private static int compile(String[] args) throws Exception {
        List<File> library = new ArrayList<>();
        for (String entry : args[0].split(File.pathSeparator)) {
            library.add(new File(entry));
        }
        Sources sources = new Sources(args[2], Arrays.asList(args).subList(3, args.length));
        Map<String, byte[]> classes = sources.compile();
        if (classes == null) {
            say(sources.messages());
            return 1;
        }
        ByteArrayOutputStream made = new ByteArrayOutputStream();
        Target target = new Target(library, classes, sources.mainClass());
        if (!target.generate(made)) {
            say(sources.messages() + target.messages());
            return 1;
        }
        say(sources.messages());
        try (OutputStream file = new FileOutputStream(args[1])) {
            made.writeTo(file);
        }
        return 0;
    }

    private static void say(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.out.write(bytes, 0, bytes.length);
    }
}
