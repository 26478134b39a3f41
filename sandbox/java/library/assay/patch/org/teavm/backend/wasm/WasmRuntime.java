//! A stack with an end, and a remainder that is exact.
package assay.patch.org.teavm.backend.wasm;

import assay.Remainder;
import assay.Stack;
import org.teavm.backend.wasm.WasmHeap;
import org.teavm.interop.Address;
import org.teavm.interop.Unmanaged;

public final class WasmRuntime {
    private WasmRuntime() {
    }

    /** A frame: a word for the call site, where the result points, then the references, then how many there are. */
    @Unmanaged
    public static Address allocStack(int roots) {
        Address frame = WasmHeap.stack.add(4);
        Address count = frame.add((roots << 2) + 4);
        if (Stack.limit.isLessThan(count)) {
            Stack.full();
        }
        count.putInt(roots);
        WasmHeap.stack = count;
        return frame;
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
