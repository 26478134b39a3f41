//! Waiting for a thread that may have ended already, for which TeaVM's waits without end.
package assay.patch.java.lang;

public final class Thread {
    private Thread() {
    }

    public static void join(java.lang.Thread thread, long milliseconds, int nanoseconds) throws InterruptedException {
        long until = java.lang.System.currentTimeMillis() + milliseconds;
        boolean forever = milliseconds == 0 && nanoseconds == 0;
        while (thread.isAlive() && (forever || java.lang.System.currentTimeMillis() < until)) {
            java.lang.Thread.sleep(1);
        }
    }
}
