//! Arrays of arrays, laid out one after the other.
package assay;

import org.teavm.interop.Address;
import org.teavm.interop.Structure;
import org.teavm.interop.Unmanaged;
import org.teavm.runtime.RuntimeArray;
import org.teavm.runtime.RuntimeClass;

@Unmanaged
public final class Grid {
    /** More than the heap can hold. */
    private static final int TOO_MUCH = Integer.MAX_VALUE - 1024;

    private Grid() {
    }

    /** How many bytes all of them take. */
    public static int bytes(RuntimeClass tag, Address dimensions, int depth) {
        long all = own(tag, dimensions.getInt());
        if (depth > 1) {
            all += (long) dimensions.getInt() * bytes(tag.itemType, dimensions.add(4), depth - 1);
        }
        return all > TOO_MUCH ? TOO_MUCH : (int) all;
    }

    /** Makes arrays of memory that is zero, and returns where they end. */
    public static Address place(RuntimeClass tag, Address dimensions, int depth, Address start) {
        int length = dimensions.getInt();
        RuntimeArray array = start.toStructure();
        array.classReference = tag.pack();
        array.size = length;
        Address next = start.add(own(tag, length));
        if (depth > 1) {
            Address item = Address.align(Structure.add(RuntimeArray.class, array, 1).toAddress(), Address.sizeOf());
            for (int i = 0; i < length; ++i) {
                item.putAddress(next);
                next = place(tag.itemType, dimensions.add(4), depth - 1, next);
                item = item.add(Address.sizeOf());
            }
        }
        return next;
    }

    private static long own(RuntimeClass tag, int length) {
        boolean primitive = (tag.itemType.flags & RuntimeClass.PRIMITIVE) != 0;
        int item = primitive ? tag.itemType.size : Address.sizeOf();
        long head = Address.align(Address.fromInt(Structure.sizeOf(RuntimeArray.class)), item).toInt();
        long size = head + (long) item * length;
        return size + (-size & (Address.sizeOf() - 1));
    }
}
