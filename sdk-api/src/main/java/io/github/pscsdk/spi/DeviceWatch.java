package io.github.pscsdk.spi;

/**
 * Follows the device of one session, such as the card that opened it, for as long as the session lasts. Implemented by
 * plug-ins; see {@link AuthenticationContext#watch}.
 */
@FunctionalInterface
public interface DeviceWatch {

    /**
     * Reports where the device is: at once where it is now, then each change. Runs on a daemon thread of the engine's,
     * with the plug-in's context class loader, and returns only when interrupted. If it ends in any other way, the engine
     * takes the device for absent, for good.
     *
     * @throws InterruptedException if interrupted, within a second: the session is over
     */
    void follow(DevicePresence presence) throws InterruptedException;
}
