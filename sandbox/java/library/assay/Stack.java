//! The stack TeaVM keeps for references and call sites: larger than its own, and with an end.
package assay;

import org.teavm.backend.wasm.WasmHeap;
import org.teavm.interop.Address;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

@Unmanaged
@StaticInit
public final class Stack {
    public static final int SIZE = 1 << 20;
    /** What is left for telling that the stack is full. */
    private static final int RESERVE = 64 << 10;

    public static Address limit;

    private Stack() {
    }

    /** Lays out memory: a buffer for calls to the host, this stack, then the heap. */
    public static void place(Address start, int heap, int heapMost, int bufferSize) {
        WasmHeap.buffer = Address.align(start, 16);
        WasmHeap.bufferSize = bufferSize;
        WasmHeap.stackAddress = Address.align(WasmHeap.buffer.add(bufferSize), 16);
        WasmHeap.stack = WasmHeap.stackAddress;
        WasmHeap.stackSize = SIZE;
        limit = WasmHeap.stackAddress.add(SIZE - RESERVE);
        WasmHeap.heapAddress = Address.align(WasmHeap.stackAddress.add(SIZE), 16);
        WasmHeap.memoryLimit = Address.align(start, WasmHeap.PAGE_SIZE);
        WasmHeap.minHeapSize = heap;
        WasmHeap.maxHeapSize = heapMost;
        WasmHeap.resizeHeap(heap);
    }

    /** Ends the program; what is in reserve is for saying so. */
    public static void full() {
        limit = limit.add(RESERVE);
        Program.overflow();
    }
}
