//! A larger stack than TeaVM's.
package assay.patch.org.teavm.backend.wasm;

import assay.Stack;
import org.teavm.interop.Address;
import org.teavm.interop.Unmanaged;

public final class WasmHeap {
    private WasmHeap() {
    }

    @Unmanaged
    public static void initHeap(Address start, int heap, int heapMost, int stackSize, int bufferSize) {
        Stack.place(start, heap, heapMost - Stack.SIZE, bufferSize);
    }
}
