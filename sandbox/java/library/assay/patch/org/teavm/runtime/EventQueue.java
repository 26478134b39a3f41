//! Nobody sleeps while a program runs, so nobody has to be woken.
package assay.patch.org.teavm.runtime;

public final class EventQueue {
    private EventQueue() {
    }

    public static void interrupt() {
    }
}
