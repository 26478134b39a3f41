//! Asks for more than what must fit. TeaVM asks for just enough: what is rounded up may then fit neither exactly nor with
//! the smallest rest it can keep, and ends the program; what fits exactly leaves nothing free, and its search for the next
//! free piece never ends. It is in TeaVM's package to see what TeaVM's collector knows.
package org.teavm.runtime;

import org.teavm.interop.Unmanaged;

@Unmanaged
public final class Room {
    private static final int LEFT = 64 << 10;

    private Room() {
    }

    public static long requested(int size) {
        long more = (long) size + LEFT;
        if (GC.lastChunk.classReference == 0) {
            more -= GC.lastChunk.size;
        }
        return GC.availableBytes() + more;
    }
}
