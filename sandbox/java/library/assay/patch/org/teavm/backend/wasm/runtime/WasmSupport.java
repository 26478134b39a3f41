//! The program's end: after its main method there may be other threads.
package assay.patch.org.teavm.backend.wasm.runtime;

import assay.Program;

public final class WasmSupport {
    private WasmSupport() {
    }

    public static void runWithoutArgs() {
        org.teavm.backend.wasm.runtime.WasmSupport.runWithArgs(new String[0]);
        Program.finish();
    }
}
