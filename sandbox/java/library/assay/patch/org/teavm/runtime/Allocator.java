//! Arrays of arrays in one piece: TeaVM keeps the address of the outer one while the collector may move it.
package assay.patch.org.teavm.runtime;

import assay.Grid;
import org.teavm.interop.Address;
import org.teavm.runtime.GC;
import org.teavm.runtime.RuntimeArray;
import org.teavm.runtime.RuntimeClass;

public final class Allocator {
    private Allocator() {
    }

    public static RuntimeArray allocateMultiArray(RuntimeClass tag, Address dimensions, int depth) {
        int size = Grid.bytes(tag, dimensions, depth);
        Address start = GC.alloc(size).toAddress();
        Address.fillZero(start, size);
        Grid.place(tag, dimensions, depth, start);
        return start.toStructure();
    }
}
