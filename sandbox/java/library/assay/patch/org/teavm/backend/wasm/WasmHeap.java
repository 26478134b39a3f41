//! A larger stack than TeaVM's, and a larger queue for marking.
package assay.patch.org.teavm.backend.wasm;

import assay.Stack;
import org.teavm.interop.Address;
import org.teavm.interop.Unmanaged;

public final class WasmHeap {
    private WasmHeap() {
    }

    @Unmanaged
    public static void initHeap(Address start, int heap, int heapMost, int stackSize, int bufferSize) {
        // The module's greatest size was reckoned with a queue of a sixteenth of the heap.
        Stack.place(start, heap, heapMost / 5 * 4 - Stack.SIZE, bufferSize);
    }

    /**
     * Bytes for the collector's queue of objects to mark, four for each. A reference and the smallest object with a field
     * take sixteen bytes, so a queue of this size holds all that are alive; TeaVM's overflows with a list of many.
     */
    @Unmanaged
    public static int calculateStorageSize(int heapSize) {
        return heapSize / 4;
    }
}
