//! How much larger the heap must become for something that does not fit into it.
package assay.patch.org.teavm.runtime;

import org.teavm.interop.Unmanaged;
import org.teavm.runtime.Room;

public final class GC {
    private GC() {
    }

    @Unmanaged
    public static long computeMinRequestedSize(int size) {
        return Room.requested(size);
    }
}
