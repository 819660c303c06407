package io.github.pscsdk.testkit.card.internal.chip;

import static io.github.pscsdk.testkit.card.internal.chip.Command.GET_CHALLENGE;
import static io.github.pscsdk.testkit.card.internal.chip.Command.GET_DATA;
import static io.github.pscsdk.testkit.card.internal.chip.Command.INTERNAL_AUTHENTICATE;
import static io.github.pscsdk.testkit.card.internal.chip.Command.MANAGE_ENVIRONMENT;
import static io.github.pscsdk.testkit.card.internal.chip.Command.PERFORM_OPERATION;
import static io.github.pscsdk.testkit.card.internal.chip.Command.READ_BINARY;
import static io.github.pscsdk.testkit.card.internal.chip.Command.SELECT;
import static io.github.pscsdk.testkit.card.internal.chip.Command.VERIFY;

import java.util.Set;

/** The generations of cards: answer to reset (cps-card, section 2) and instructions (sections 5 to 7). */
public enum Generation {
    /** Of 2011, in a reader with contacts. */
    CPS3(
            "3BAC00402A001225006480000310009000",
            Set.of(
                    SELECT,
                    READ_BINARY,
                    GET_CHALLENGE,
                    MANAGE_ENVIRONMENT,
                    PERFORM_OPERATION,
                    INTERNAL_AUTHENTICATE,
                    VERIFY,
                    GET_DATA)),
    /** A CPS3 on a contactless reader: it has no code there, and speaks T=1. */
    CPS3_CONTACTLESS(
            "3B8F80010031B86404B0ECC1739401808290000E",
            Set.of(SELECT, READ_BINARY, GET_CHALLENGE, MANAGE_ENVIRONMENT, PERFORM_OPERATION, INTERNAL_AUTHENTICATE)),
    /** Of 2025: no INTERNAL AUTHENTICATE, no counters by GET DATA. */
    CPS4(
            "3B9B188001001225006480040100009044",
            Set.of(SELECT, READ_BINARY, GET_CHALLENGE, MANAGE_ENVIRONMENT, PERFORM_OPERATION, VERIFY));

    private final String answerToReset;
    private final Set<Integer> instructions;

    Generation(String answerToReset, Set<Integer> instructions) {
        this.answerToReset = answerToReset;
        this.instructions = instructions;
    }

    public byte[] answerToReset() {
        return Hex.bytes(answerToReset);
    }

    boolean hasContacts() {
        return this != CPS3_CONTACTLESS;
    }

    String application() {
        return "E828BD080F8025000001FF00" + (hasContacts() ? "10" : "20");
    }

    /** Whether the modern application takes that instruction. */
    boolean knows(int instruction) {
        return instructions.contains(instruction);
    }
}
