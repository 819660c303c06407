package io.github.pscsdk.workstation;

import io.github.pscsdk.testkit.support.Await;
import java.lang.ref.Reference;

/** Waits for the garbage collector. */
public final class Collected {
    private Collected() {}

    /**
     * Waits until it has taken the object.
     *
     * @param what the object in words
     */
    public static void await(String what, Reference<?> reference) {
        Await.until(what + " is collected", () -> {
            System.gc();
            return reference.get() == null;
        });
    }
}
