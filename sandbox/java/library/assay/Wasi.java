//! The calls to the host that TeaVM's own list of them lacks.
package assay;

import org.teavm.backend.wasm.runtime.WasiBuffer;
import org.teavm.backend.wasm.wasi.IOVec;
import org.teavm.backend.wasm.wasi.LongResult;
import org.teavm.backend.wasm.wasi.SizeResult;
import org.teavm.interop.Address;
import org.teavm.interop.Import;
import org.teavm.interop.Unmanaged;

public final class Wasi {
    private static final int MONOTONIC = 1;

    private Wasi() {
    }

    @Import(name = "proc_exit", module = "wasi_snapshot_preview1")
    @Unmanaged
    public static native void exit(int code);

    @Import(name = "poll_oneoff", module = "wasi_snapshot_preview1")
    @Unmanaged
    private static native short poll(Address subscriptions, Address events, int count, Address size);

    /** Nanoseconds since some moment before the program. */
    @Unmanaged
    public static long monotonic() {
        LongResult result = WasiBuffer.getBuffer().toStructure();
        org.teavm.backend.wasm.wasi.Wasi.clockTimeGet(MONOTONIC, 1, result);
        return result.value;
    }

    @Unmanaged
    public static void sleep(long nanoseconds) {
        Address subscription = Address.align(WasiBuffer.getBuffer(), 16);
        for (int i = 0; i < 48; i += 8) {
            subscription.add(i).putLong(0);
        }
        subscription.add(16).putInt(MONOTONIC);
        subscription.add(24).putLong(nanoseconds);
        poll(subscription, subscription.add(64), 1, subscription.add(128));
    }

    /** How many bytes were read, 0 at the end, or minus the error's number. */
    public static int read(int descriptor, byte[] bytes, int offset, int length) {
        Address buffer = Address.align(WasiBuffer.getBuffer(), 16);
        IOVec vector = buffer.toStructure();
        SizeResult size = buffer.add(32).toStructure();
        vector.buffer = Address.ofData(bytes).add(offset);
        vector.bufferLength = length;
        size.value = 0;
        int error = org.teavm.backend.wasm.wasi.Wasi.fdRead(descriptor, vector, 1, size);
        return error == 0 ? (int) size.value : -error;
    }

    /** Whether all bytes were written. */
    public static boolean write(int descriptor, byte[] bytes, int offset, int length) {
        while (length > 0) {
            Address buffer = Address.align(WasiBuffer.getBuffer(), 16);
            IOVec vector = buffer.toStructure();
            SizeResult size = buffer.add(32).toStructure();
            vector.buffer = Address.ofData(bytes).add(offset);
            vector.bufferLength = length;
            size.value = 0;
            int error = org.teavm.backend.wasm.wasi.Wasi.fdWrite(descriptor, vector, 1, size);
            if (error != 0 || size.value <= 0) {
                return false;
            }
            offset += (int) size.value;
            length -= (int) size.value;
        }
        return true;
    }
}
