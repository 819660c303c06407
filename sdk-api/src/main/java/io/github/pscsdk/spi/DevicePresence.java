package io.github.pscsdk.spi;

/**
 * Takes the reports of a {@link DeviceWatch}. Implemented by the engine and by the test kit only, so a minor version may
 * add methods. Saying the same thing again changes nothing. Both return soon.
 */
public interface DevicePresence {

    /** The very device that the session was opened with is there. */
    void present();

    /** It is not there, is another one, or cannot be told. */
    void absent();
}
