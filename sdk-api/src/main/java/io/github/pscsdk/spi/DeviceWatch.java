package io.github.pscsdk.spi;

/** Watches the device of one session, such as a card, for a plug-in; see {@link AuthenticationContext#watch}. */
@FunctionalInterface
public interface DeviceWatch {

    /**
     * Reports at once whether the device is there, then each change. Runs on a daemon thread of the engine, with the
     * plug-in's context class loader, and returns only when interrupted. If it ends in any other way, the engine
     * treats the device as absent for the rest of the session.
     *
     * @throws InterruptedException if interrupted, within a second, because the session has ended
     */
    void follow(DevicePresence presence) throws InterruptedException;
}
