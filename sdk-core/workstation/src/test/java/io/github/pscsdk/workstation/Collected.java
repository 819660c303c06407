package io.github.pscsdk.workstation;

import java.lang.ref.Reference;

/** Whether the garbage collector takes something, given some chances. */
public final class Collected {
    private static final int CHANCES = 100;

    private Collected() {}

    public static boolean withinPatience(Reference<?> reference) throws InterruptedException {
        var monitor = new Object();
        for (var i = 0; i < CHANCES && reference.get() != null; i++) {
            System.gc();
            synchronized (monitor) {
                monitor.wait(50);
            }
        }
        return reference.get() == null;
    }
}
