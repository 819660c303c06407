package io.github.pscsdk.plugin.cps.internal.card;

/** The ways to talk to one card. */
public interface Channels {

    /** The channel that every card has, number 0. */
    CardChannel basic();

    /**
     * Opens another one (MANAGE CHANNEL).
     *
     * @throws CardAccessException {@link CardAccessException.Reason#REFUSED} where the card or the reader does not let us
     */
    CardChannel additional() throws CardAccessException;
}
