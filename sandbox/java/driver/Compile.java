import java.io.*; import java.util.*; import java.nio.file.*;
import javax.tools.*;
import org.teavm.backend.wasm.*;
import org.teavm.tooling.*; import org.teavm.vm.*; import org.teavm.diagnostics.*; import org.teavm.model.*; import org.teavm.parsing.*; import org.teavm.parsing.resource.*; import org.teavm.dependency.*; 
public class Compile {
  public static void main(String[] a) throws Exception {
    long t0=System.nanoTime();
    Path out=Path.of(a[0]); Files.createDirectories(out);
    Path classes=out.resolve("classes"); Files.createDirectories(classes);
    JavaCompiler c=ToolProvider.getSystemJavaCompiler();
    List<String> args=new ArrayList<>(List.of("-proc:none","-encoding","UTF-8","-g","-d",classes.toString(),"-cp",System.getProperty("guest")));
    for(int i=1;i<a.length;i++) args.add(a[i]);
    if(c.run(null,null,null,args.toArray(new String[0]))!=0) System.exit(1);
    System.err.println("javac "+(System.nanoTime()-t0)/1000000);
    List<File> cp=new ArrayList<>(); cp.add(classes.toFile());
    for(String s: System.getProperty("guest").split(":")) if(!s.isEmpty()) cp.add(new File(s));
    for(File f: new File(System.getProperty("jars")).listFiles()) cp.add(f);
    WasmTarget target=new WasmTarget();
    target.setRuntimeType(WasmRuntimeType.WASI); target.setMinHeapSize(4<<20); target.setMaxHeapSize(1900<<20);
    target.setObfuscated(Boolean.getBoolean("obf"));
    var rc=new ReferenceCache(); var rp=ResourceProvider.ofClassPath(cp);
    TeaVM vm=new TeaVMBuilder(target).setReferenceCache(rc).setClassLoader(Compile.class.getClassLoader())
      .setClassSource(new PreOptimizingClassHolderSource(new ClasspathClassHolderSource(rp,rc))).setResourceProvider(rp)
      .setDependencyAnalyzerFactory(Boolean.getBoolean("fast")?FastDependencyAnalyzer::new:PreciseDependencyAnalyzer::new).setObfuscated(false).setStrict(true).build();
    vm.setOptimizationLevel(TeaVMOptimizationLevel.valueOf(System.getProperty("opt","SIMPLE")));
    vm.setProperties(new Properties()); vm.setProgramCache(org.teavm.cache.EmptyProgramCache.INSTANCE); vm.setCacheStatus(org.teavm.cache.AlwaysStaleCacheStatus.INSTANCE);
    vm.installPlugins(); vm.add(new Patches(System.getProperty("main","Main"))); vm.add(new Checked());
    vm.setEntryPoint("assay.Program"); vm.setEntryPointName("main");
    vm.build(new DirectoryBuildTarget(out.toFile()),"main.wasm");
    ProblemProvider p=vm.getProblemProvider();
    TeaVMProblemRenderer.describeProblems(vm.getDependencyInfo().getCallGraph(), p, new ConsoleTeaVMToolLog(false));
    System.err.println("total "+(System.nanoTime()-t0)/1000000+" problems "+p.getSevereProblems().size());
  }
}
