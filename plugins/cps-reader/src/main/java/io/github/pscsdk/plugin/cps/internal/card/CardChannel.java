package io.github.pscsdk.plugin.cps.internal.card;

/** Bytes in, bytes out: all that the card code knows about PC/SC. */
@FunctionalInterface
public interface CardChannel {

    /**
     * Sends a command and waits for the answer.
     *
     * @param command a short APDU of class 00; the channel puts its own number into the class
     * @return data, SW1, SW2
     */
    byte[] transmit(byte[] command) throws CardAccessException;
}
