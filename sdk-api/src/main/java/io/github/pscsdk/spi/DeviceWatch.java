package io.github.pscsdk.spi;

import java.util.function.Consumer;

/** Watches the device of one session, such as a card, for a plug-in; see {@link AuthenticationContext#watch}. */
@FunctionalInterface
public interface DeviceWatch {

    /**
     * Reports at once whether the device is there, then each change. Runs on a daemon thread of the engine, with the
     * plug-in's context class loader, and returns only when interrupted. If it ends in any other way, the engine treats
     * the device as absent for the rest of the session.
     *
     * @param isThere the engine's: given true where the device that opened the session is there, and false where it is
     *     not, is another one, or cannot be recognized. Returns soon; the same again changes nothing
     * @throws InterruptedException if interrupted, within a second, because the session has ended
     */
    void follow(Consumer<Boolean> isThere) throws InterruptedException;
}
