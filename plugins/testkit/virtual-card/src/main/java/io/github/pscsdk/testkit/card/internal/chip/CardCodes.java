package io.github.pscsdk.testkit.card.internal.chip;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * The code porteur and the unlock code (cps-card, section 6). Tries survive a power-off. The last wrong code is
 * answered {@code 6983}. That the unlock code has three tries and unlocks five times is invented.
 */
public final class CardCodes {
    public static final int TRIES = 3;

    private static final String UNLOCK_CODE = "12345678";
    private static final int UNLOCKINGS = 5;
    private static final int NO_LIMIT = 0xFFFF;
    private static final int COUNTERS = 0x3FFF;

    private final Code code;
    private final Code unlockCode;

    /** A secret number and how often it may still be wrong. */
    private static final class Code {
        private final byte[] secret;
        private int left;
        private boolean isPresented;

        Code(String digits, int left) {
            this.secret = digits.getBytes(StandardCharsets.US_ASCII);
            this.left = left;
        }

        /** Tries a value. If the code is blocked, every value is wrong. */
        void present(byte[] value) {
            isPresented = left > 0 && MessageDigest.isEqual(secret, value);
            left = isPresented ? TRIES : Math.max(0, left - 1);
        }

        Response state() {
            if (isPresented) {
                return Response.OK;
            }
            return left == 0 ? Response.BLOCKED : Response.triesLeft(left);
        }
    }

    /** The codes of a new card, which has an unlock code unless that is used up. */
    public CardCodes(String code, int triesLeft, boolean isUnlockable) {
        this.code = new Code(code, triesLeft);
        this.unlockCode = new Code(UNLOCK_CODE, isUnlockable ? TRIES : 0);
    }

    void powerOn() {
        code.isPresented = false;
        unlockCode.isPresented = false;
    }

    public boolean isPresented() {
        return code.isPresented;
    }

    public int triesLeft() {
        return code.left;
    }

    public void block() {
        code.left = 0;
        code.isPresented = false;
    }

    /** VERIFY, or without data the state of a code. */
    Response verify(Command command) {
        if (command.p1() != 0) {
            return Response.WRONG_P1P2;
        }
        var wanted = of(command.p2());
        if (wanted.isEmpty()) {
            return Response.NO_SUCH_REFERENCE;
        }
        var value = command.data();
        if (value.length > 0 && value.length != wanted.get().secret.length) {
            return Response.WRONG_LENGTH;
        }
        if (value.length > 0) {
            wanted.get().present(value);
        }
        return wanted.get().state();
    }

    private Optional<Code> of(int reference) {
        return switch (reference) {
            case 1 -> Optional.of(code);
            case 2 -> Optional.of(unlockCode);
            default -> Optional.empty();
        };
    }

    /**
     * GET DATA of a CPS3: {@code 9A} the most tries, {@code 9B} those left, {@code 9D} the usages left, of the unlock
     * code (a guess); 0 for the code porteur once nothing helps.
     */
    Response counters(Command command) {
        if (command.p1p2() != COUNTERS) {
            return Response.WRONG_P1P2;
        }
        var unlockings = unlockCode.left == 0 ? 0 : UNLOCKINGS;
        return switch (Hex.text(command.data())) {
            case "4D087006BF810102A080" -> counters(0xBF8101, code, code.left + unlockings == 0 ? 0 : NO_LIMIT);
            case "4D087006BF810202A080" -> counters(0xBF8102, unlockCode, unlockings);
            default -> Response.NO_SUCH_REFERENCE;
        };
    }

    private static Response counters(int tag, Code code, int usages) {
        var values = Tlv.of(
                0xA0, Tlv.number(0x9A, TRIES), Tlv.number(0x9B, code.left), Tlv.number(0x9D, usages >>> 8, usages));
        return Response.ok(Tlv.of(0x70, Tlv.of(tag, values)));
    }
}
