package io.github.pscsdk.plugin.cps.internal.card;

/** The ways to talk to one card: all that this package knows about PC/SC. */
public interface CardChannels {

    /** Takes commands and gives responses, both as bytes. */
    @FunctionalInterface
    interface Channel {
        /** Sends a short APDU of class 00, into which the channel puts its own number; gives data, SW1, SW2. */
        byte[] transmit(byte[] command) throws CardAccessException;
    }

    Channel basic();

    /** Opens another one (MANAGE CHANNEL), or fails with {@link CardAccessException.Reason#REFUSED}. */
    Channel additional() throws CardAccessException;
}
