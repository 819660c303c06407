package io.github.pscsdk.spi;

/**
 * Receives the reports of a {@link DeviceWatch}. Implemented by the engine and by the test kit only, so a minor
 * version may add methods. Reporting the same state again changes nothing. Both methods return soon.
 */
public interface DevicePresence {

    /** The device that opened the session is there. */
    void present();

    /** The device is not there, is another one, or cannot be recognized. */
    void absent();
}
