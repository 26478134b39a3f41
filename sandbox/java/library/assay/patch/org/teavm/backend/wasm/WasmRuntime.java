//! A stack with an end, and a remainder that is exact.
package assay.patch.org.teavm.backend.wasm;

import assay.Remainder;
import assay.Stack;
import org.teavm.interop.Address;
import org.teavm.interop.Unmanaged;

public final class WasmRuntime {
    private WasmRuntime() {
    }

    @Unmanaged
    public static Address allocStack(int roots) {
        return Stack.push(roots);
    }

    @Unmanaged
    public static double remainder(double a, double b) {
        return Remainder.of(a, b);
    }

    @Unmanaged
    public static float remainder(float a, float b) {
        return (float) Remainder.of(a, b);
    }
}
