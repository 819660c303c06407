package io.github.pscsdk.testkit.card.internal.chip;

import io.github.pscsdk.testkit.card.internal.crypto.Digest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The generations of cards as data: answer to reset (cps-card, section 2), the instructions of {@link Command} that the
 * modern application takes, and the operations with keys (sections 5 to 7).
 */
public enum Generation {
    /** Of 2011, in a reader with contacts. */
    CPS3(
            "3BAC00402A001225006480000310009000",
            "A4 B0 84 22 2A 88 20 CB",
            Set.of(Command.HASH, Command.COMPUTE_SIGNATURE),
            Optional.of(new SigningRule(0x80, 0x84, 0, 0x81, Map.of(0x12, Digest.SHA1, 0x42, Digest.SHA256)))),
    /** A CPS3 on a contactless reader: it has no code there and no signature key, and speaks T=1. */
    CPS3_CONTACTLESS(
            "3B8F80010031B86404B0ECC1739401808290000E",
            "A4 B0 84 22 2A 88",
            Set.of(Command.HASH, Command.COMPUTE_SIGNATURE),
            Optional.empty()),
    /** Of 2025: no INTERNAL AUTHENTICATE, no counters by GET DATA; the application is on logical channel 1. */
    CPS4(
            "3B9B188001001225006480040100009044",
            "A4 B0 84 22 2A 20",
            Set.of(Command.COMPUTE_SIGNATURE, Command.DECIPHER),
            Optional.of(new SigningRule(0x91, 0x91, 1, 0x90, Map.of(0x0A, Digest.SHA1, 0x28, Digest.SHA256))));

    /**
     * Where the template for signatures names algorithm and key. That the key of a CPS3 is {@code 81} and the local key
     * of a CPS4 {@code 10} is invented.
     *
     * @param keyIndex of the byte in the object {@code keyTag}; that of the algorithm is the first of its object
     */
    record SigningRule(int algorithmTag, int keyTag, int keyIndex, int key, Map<Integer, Digest> algorithms) {}

    private final String answerToReset;
    private final String instructions;
    private final Set<Integer> operations;
    private final Optional<SigningRule> signing;

    Generation(String answerToReset, String instructions, Set<Integer> operations, Optional<SigningRule> signing) {
        this.answerToReset = answerToReset;
        this.instructions = instructions;
        this.operations = operations;
        this.signing = signing;
    }

    public byte[] answerToReset() {
        return Hex.bytes(answerToReset);
    }

    boolean hasContacts() {
        return this != CPS3_CONTACTLESS;
    }

    boolean hasChannels() {
        return this == CPS4;
    }

    String application() {
        return "E828BD080F8025000001FF00" + (hasContacts() ? "10" : "20");
    }

    boolean knows(int instruction) {
        return instructions.contains(Hex.text(new byte[] {(byte) instruction}));
    }

    /** Whether PERFORM SECURITY OPERATION knows this one. */
    boolean performs(int operation) {
        return operations.contains(operation);
    }

    Optional<SigningRule> signing() {
        return signing;
    }
}
