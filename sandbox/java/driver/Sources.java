//! javac on files that are held in memory: a public class may have any file name, and nothing else is read or written.

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.lang.model.element.Modifier;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

final class Sources {
    private static final int MOST_MESSAGES = 100;

    private final String main;
    private final List<String> files;
    private final StringBuilder messages = new StringBuilder();
    private String mainClass;

    Sources(String main, List<String> files) {
        this.main = main;
        this.files = files;
    }

    /** What javac says, and nothing if all is well. */
    String messages() {
        return messages.toString();
    }

    /** The class with the main method, by its binary name. */
    String mainClass() {
        return mainClass;
    }

    /** Class files by their names in a class path; null if the sources do not compile. */
    Map<String, byte[]> compile() throws IOException {
        List<JavaFileObject> units = new ArrayList<>();
        for (String file : files) {
            // Not through channels of `java.nio`, whose first use makes a pair of sockets, which is refused here.
            try (var in = new FileInputStream(file)) {
                units.add(new Source(file, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
            }
        }
        var compiler = ToolProvider.getSystemJavaCompiler();
        var said = new DiagnosticCollector<JavaFileObject>();
        Map<String, byte[]> classes = new TreeMap<>();
        var standard = compiler.getStandardFileManager(said, Locale.ROOT, StandardCharsets.UTF_8);
        var options = List.of("-proc:none", "-implicit:none", "-g", "-XDuseUnsharedTable=true", "-Xmaxerrs",
                String.valueOf(MOST_MESSAGES), "-Xlint:-options");
        try (var manager = new Memory(standard, classes)) {
            var task = (JavacTask) compiler.getTask(null, manager, said, options, null, units);
            Iterable<? extends CompilationUnitTree> trees = task.parse();
            if (!failed(said)) {
                int nth = 0;
                for (CompilationUnitTree tree : trees) {
                    taken(files.get(nth), tree);
                    if (files.get(nth++).equals(main)) {
                        mainClass = mainClass(tree);
                    }
                }
                task.analyze();
            }
            if (!failed(said) && messages.length() == 0) {
                task.generate();
            }
        }
        boolean bad = failed(said) || messages.length() > 0;
        for (var message : said.getDiagnostics()) {
            show(message);
        }
        if (!bad && mainClass == null) {
            messages.append(main).append(": error: no class here has a `public static void main(String[] args)`\n");
            bad = true;
        }
        return bad ? null : classes;
    }

    /** Refuses classes that would take the place of those every program is linked with. */
    private void taken(String file, CompilationUnitTree unit) {
        String name = unit.getPackageName() == null ? "" : unit.getPackageName() + ".";
        if (name.startsWith("assay.") || name.startsWith("org.teavm.")) {
            messages.append(file).append(": error: the package ").append(unit.getPackageName())
                    .append(" is not yours to add to; name yours otherwise\n");
        }
    }

    private static boolean failed(DiagnosticCollector<JavaFileObject> said) {
        return said.getDiagnostics().stream().anyMatch(message -> message.getKind() == Diagnostic.Kind.ERROR);
    }

    private static String mainClass(CompilationUnitTree unit) {
        String prefix = unit.getPackageName() == null ? "" : unit.getPackageName() + ".";
        for (Tree type : unit.getTypeDecls()) {
            if (!(type instanceof ClassTree)) {
                continue;
            }
            for (Tree member : ((ClassTree) type).getMembers()) {
                if (member instanceof MethodTree && isMain((MethodTree) member)) {
                    return prefix + ((ClassTree) type).getSimpleName();
                }
            }
        }
        return null;
    }

    private static boolean isMain(MethodTree method) {
        return method.getName().contentEquals("main") && method.getParameters().size() == 1
                && method.getModifiers().getFlags().contains(Modifier.STATIC)
                && method.getParameters().get(0).getType().toString().matches("(java\\.lang\\.)?String(\\[\\]|\\.\\.\\.)");
    }

    private void show(Diagnostic<? extends JavaFileObject> message) {
        if (message.getKind() == Diagnostic.Kind.NOTE || message.getCode().startsWith("compiler.warn.option")) {
            return;
        }
        String kind = message.getKind() == Diagnostic.Kind.ERROR ? "error" : "warning";
        Source source = message.getSource() instanceof Source ? (Source) message.getSource() : null;
        if (source == null) {
            messages.append(kind).append(": ").append(message.getMessage(Locale.ROOT)).append('\n');
            return;
        }
        messages.append(source.file).append(':').append(message.getLineNumber()).append(": ").append(kind)
                .append(": ").append(message.getMessage(Locale.ROOT)).append('\n');
        int at = (int) message.getPosition();
        if (at >= 0 && at <= source.text.length()) {
            int start = source.text.lastIndexOf('\n', at - 1) + 1;
            int end = source.text.indexOf('\n', at);
            String line = source.text.substring(start, end < 0 ? source.text.length() : end);
            if (line.length() <= 300) {
                messages.append(line.stripTrailing()).append('\n').append(" ".repeat(at - start)).append("^\n");
            }
        }
    }

    /** A source file, which may hold a public class of any name. */
    private static final class Source extends SimpleJavaFileObject {
        final String file;
        final String text;

        Source(String file, String text) {
            super(URI.create("memory:///" + file.replaceAll("[^A-Za-z0-9._/-]", "_")), Kind.SOURCE);
            this.file = file;
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }

        @Override
        public boolean isNameCompatible(String simpleName, Kind kind) {
            return kind == Kind.SOURCE && !simpleName.endsWith("-info");
        }
    }

    /** Gives javac the JDK's classes to read, and takes what it writes. */
    private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, byte[]> classes;

        Memory(JavaFileManager manager, Map<String, byte[]> classes) {
            super(manager);
            this.classes = classes;
        }

        @Override
        public Iterable<JavaFileObject> list(Location location, String name, java.util.Set<JavaFileObject.Kind> kinds,
                boolean recurse) throws IOException {
            if (location == StandardLocation.CLASS_PATH || location == StandardLocation.SOURCE_PATH) {
                return List.of();
            }
            return super.list(location, name, kinds, recurse);
        }

        @Override
        public String inferBinaryName(Location location, JavaFileObject file) {
            return file instanceof Source ? null : super.inferBinaryName(location, file);
        }

        @Override
        public boolean isSameFile(FileObject a, FileObject b) {
            return a.equals(b);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(Location location, String name, JavaFileObject.Kind kind,
                FileObject sibling) {
            URI uri = URI.create("memory:///" + name.replace('.', '/').replaceAll("[^A-Za-z0-9._/$-]", "_"));
            return new SimpleJavaFileObject(uri, kind) {
                @Override
                public OutputStream openOutputStream() {
                    return new ByteArrayOutputStream() {
                        @Override
                        public void close() {
                            classes.put(name.replace('.', '/') + ".class", toByteArray());
                        }
                    };
                }
            };
        }
    }
}
