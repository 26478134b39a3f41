//! TeaVM: from class files to one WebAssembly module that imports WASI preview 1.

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import java.util.Date;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.teavm.backend.wasm.WasmRuntimeType;
import org.teavm.backend.wasm.WasmTarget;
import org.teavm.cache.AlwaysStaleCacheStatus;
import org.teavm.cache.EmptyProgramCache;
import org.teavm.callgraph.CallGraphNode;
import org.teavm.callgraph.CallSite;
import org.teavm.dependency.PreciseDependencyAnalyzer;
import org.teavm.diagnostics.DefaultProblemTextConsumer;
import org.teavm.diagnostics.Problem;
import org.teavm.model.CallLocation;
import org.teavm.model.MethodReference;
import org.teavm.model.PreOptimizingClassHolderSource;
import org.teavm.model.ReferenceCache;
import org.teavm.model.TextLocation;
import org.teavm.parsing.ClasspathClassHolderSource;
import org.teavm.parsing.resource.Resource;
import org.teavm.parsing.resource.ResourceProvider;
import org.teavm.vm.BuildTarget;
import org.teavm.vm.TeaVM;
import org.teavm.vm.TeaVMBuilder;
import org.teavm.vm.TeaVMOptimizationLevel;

final class Target {
    private static final String ENTRY = "assay.Program";
    private static final int MOST_MESSAGES = 20;
    private static final int HEAP_AT_FIRST = 4 << 20;
    /** More than any limit on memory allows, so that the limit is what ends a program. */
    private static final int HEAP_MOST = 1900 << 20;

    private final List<File> library;
    private final Map<String, byte[]> classes;
    private final String mainClass;
    private final Set<String> messages = new TreeSet<>();

    Target(List<File> library, Map<String, byte[]> classes, String mainClass) {
        this.library = library;
        this.classes = classes;
        this.mainClass = mainClass;
    }

    /** What the program uses and TeaVM has not, by the lines that use it. */
    String messages() {
        StringBuilder text = new StringBuilder();
        messages.stream().limit(MOST_MESSAGES).forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    /** Writes the module, unless there is something to say. */
    boolean generate(OutputStream made) {
        WasmTarget target = new WasmTarget();
        target.setRuntimeType(WasmRuntimeType.WASI);
        target.setMinHeapSize(HEAP_AT_FIRST);
        target.setMaxHeapSize(HEAP_MOST);
        target.setObfuscated(false);
        var references = new ReferenceCache();
        var resources = new Resources(classes, ResourceProvider.ofClassPath(library));
        var source = new PreOptimizingClassHolderSource(new ClasspathClassHolderSource(resources, references));
        TeaVM vm = new TeaVMBuilder(target).setReferenceCache(references)
                .setClassLoader(Target.class.getClassLoader()).setClassSource(source).setResourceProvider(resources)
                .setDependencyAnalyzerFactory(PreciseDependencyAnalyzer::new).setObfuscated(false).setStrict(true)
                .build();
        // Its higher levels lose references at times, and mistake lines.
        vm.setOptimizationLevel(TeaVMOptimizationLevel.SIMPLE);
        vm.setProperties(new Properties());
        vm.setProgramCache(EmptyProgramCache.INSTANCE);
        vm.setCacheStatus(AlwaysStaleCacheStatus.INSTANCE);
        vm.installPlugins();
        vm.add(new Patches(mainClass));
        vm.add(new Checked());
        vm.add(new Endless());
        vm.setEntryPoint(ENTRY);
        vm.setEntryPointName("main");
        BuildTarget build = name -> made;
        vm.build(build, "main.wasm");
        for (Problem problem : vm.getProblemProvider().getSevereProblems()) {
            messages.add(describe(vm, problem));
        }
        return messages.isEmpty();
    }

    private String describe(TeaVM vm, Problem problem) {
        var consumer = new DefaultProblemTextConsumer();
        problem.render(consumer);
        String what = consumer.getText().replaceFirst("^(Class|Method|Field) (\\S+) was not found$", "$2 is not supported");
        String where = place(vm, problem.getLocation());
        return (where == null ? mainClass : where) + ": error: " + what;
    }

    /** The line of the submission from which the place of a problem is reached. */
    private String place(TeaVM vm, CallLocation location) {
        if (location == null || location.getMethod() == null) {
            return null;
        }
        if (own(location.getMethod())) {
            return line(location.getSourceLocation());
        }
        CallGraphNode node = vm.getDependencyInfo().getCallGraph().getNode(location.getMethod());
        Set<CallGraphNode> seen = new HashSet<>();
        java.util.ArrayDeque<CallGraphNode> next = new java.util.ArrayDeque<>();
        if (node != null) {
            next.add(node);
        }
        String best = null;
        while (!next.isEmpty() && best == null) {
            for (CallSite site : next.remove().getCallerCallSites()) {
                for (CallGraphNode caller : site.getCallers()) {
                    if (own(caller.getMethod())) {
                        for (TextLocation at : site.getLocations(caller)) {
                            String line = line(at);
                            if (line != null && (best == null || line.compareTo(best) < 0)) {
                                best = line;
                            }
                        }
                    } else if (seen.add(caller)) {
                        next.add(caller);
                    }
                }
            }
        }
        return best;
    }

    private boolean own(MethodReference method) {
        String owner = method.getClassName();
        int inner = owner.indexOf('$');
        return classes.containsKey(owner.replace('.', '/') + ".class")
                || inner > 0 && classes.containsKey(owner.substring(0, inner).replace('.', '/') + ".class");
    }

    private static String line(TextLocation location) {
        return location == null || location.getFileName() == null ? null
                : location.getFileName().substring(location.getFileName().lastIndexOf('/') + 1) + ":"
                        + location.getLine();
    }

    /** The submission's classes, before those of the library. */
    private static final class Resources implements ResourceProvider {
        private final Map<String, byte[]> classes;
        private final ResourceProvider library;

        Resources(Map<String, byte[]> classes, ResourceProvider library) {
            this.classes = classes;
            this.library = library;
        }

        @Override
        public Iterator<Resource> getResources(String name) {
            byte[] bytes = classes.get(name);
            if (bytes == null) {
                return library.getResources(name);
            }
            Resource resource = new Resource() {
                @Override
                public InputStream open() {
                    return new ByteArrayInputStream(bytes);
                }

                @Override
                public Date getModificationDate() {
                    return new Date(0);
                }
            };
            return Collections.singletonList(resource).iterator();
        }

        @Override
        public void close() {
            library.close();
        }
    }
}
