package io.github.pscsdk.testkit.card.internal.chip.data;

import io.github.pscsdk.testkit.card.internal.tls.PersonName;
import io.github.pscsdk.testkit.card.internal.tls.Validity;

/**
 * The properties of one virtual card.
 *
 * @param generation which commands it takes
 * @param isTest category 80 and the test hierarchy, or category 00 and names that look like production
 * @param holder the holder
 * @param serial the eight digits of the card number
 * @param code the code porteur, four ASCII digits
 * @param unlockCode eight ASCII digits
 * @param triesLeft how many wrong codes block it, 0 to 3
 * @param unlockings how often it can still be unlocked
 * @param validity of both certificates
 * @param hidesHolder whether the certificates are read only after the code porteur
 * @param channels how a CPS4 handles logical channels
 */
public record CardSpec(
        Generation generation,
        boolean isTest,
        PersonName holder,
        String serial,
        byte[] code,
        byte[] unlockCode,
        int triesLeft,
        int unlockings,
        Validity validity,
        boolean hidesHolder,
        Channels channels) {

    /** The generation of a card. */
    public enum Generation {
        /** Of 2011, in a reader with contacts. */
        CPS3,
        /** A CPS3 on a contactless reader: it has no code there. */
        CPS3_CONTACTLESS,
        /** Of 2025. */
        CPS4
    }

    /**
     * How a CPS4 handles logical channels; not known of real cards (cps-card, section 11).
     *
     * @param isOpenedByCommand whether MANAGE CHANNEL opens channel 1; SELECT with class 01 always does
     * @param isBasicEnough whether class 00 serves as well
     */
    public record Channels(boolean isOpenedByCommand, boolean isBasicEnough) {}

    /** Prints neither codes nor holder. */
    @Override
    public String toString() {
        return "CardSpec[" + generation + "]";
    }
}
