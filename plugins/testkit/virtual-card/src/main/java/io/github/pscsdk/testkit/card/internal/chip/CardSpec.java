package io.github.pscsdk.testkit.card.internal.chip;

import io.github.pscsdk.testkit.card.internal.tls.PersonName;
import io.github.pscsdk.testkit.card.internal.tls.Validity;

/**
 * Everything in which one virtual card differs from another.
 *
 * @param generation which commands it takes
 * @param isTest category 80 and the test hierarchy, or category 00 and names that look like production
 * @param holder whose it is
 * @param serial the eight digits of the card number
 * @param code the code porteur, four ASCII digits
 * @param unlockCode eight ASCII digits
 * @param triesLeft wrong codes that it still takes, 0 to 3
 * @param unlockings how often it may still be unlocked
 * @param validity of both certificates
 * @param hidesHolder whether the certificates are read only after the code porteur
 * @param channels what a CPS4 makes of logical channels
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

    /** Which card it is. */
    public enum Generation {
        /** Of 2011, in a reader with contacts. */
        CPS3,
        /** The same, laid on a reader without contacts: no code exists there. */
        CPS3_CONTACTLESS,
        /** Of 2025. */
        CPS4
    }

    /**
     * What a CPS4 makes of logical channels; unknown of real ones (cps-card, section 11).
     *
     * @param isOpenedByCommand whether MANAGE CHANNEL opens channel 1; SELECT with class 01 always does
     * @param isBasicEnough whether class 00 serves as well
     */
    public record Channels(boolean isOpenedByCommand, boolean isBasicEnough) {}

    /** Neither codes nor holder. */
    @Override
    public String toString() {
        return "CardSpec[" + generation + "]";
    }
}
