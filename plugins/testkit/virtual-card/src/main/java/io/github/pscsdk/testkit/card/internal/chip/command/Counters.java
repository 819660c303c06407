package io.github.pscsdk.testkit.card.internal.chip.command;

import io.github.pscsdk.testkit.card.internal.chip.data.Hex;
import io.github.pscsdk.testkit.card.internal.chip.data.Tlv;
import java.util.Arrays;

/**
 * GET DATA of the counters of a CPS3 (cps-card, section 6): {@code 9A} the most tries, {@code 9B} the tries left, {@code 9D} the
 * usages left, 0 for a card that is dead. Which of the two objects counts the unlockings is not published: here that of the
 * unlock code does, and that of the code porteur shows 0 once nothing helps any more.
 */
final class Counters {
    private static final int P1P2 = 0x3FFF;
    private static final byte[] ANY_OF_CODE = Hex.bytes("4D087006BF8101" + "02A080");
    private static final byte[] ANY_OF_UNLOCK_CODE = Hex.bytes("4D087006BF8102" + "02A080");
    private static final int NO_LIMIT = 0xFFFF;

    private final Codes codes;

    Counters(Codes codes) {
        this.codes = codes;
    }

    public Response answer(Command command) {
        if (command.p1p2() != P1P2) {
            return Response.of(StatusWord.WRONG_P1P2);
        }
        if (Arrays.equals(command.data(), ANY_OF_CODE)) {
            return Response.ok(object(0xBF8101, codes.code(), codes.isBlockedForGood() ? 0 : NO_LIMIT));
        }
        if (Arrays.equals(command.data(), ANY_OF_UNLOCK_CODE)) {
            return Response.ok(object(0xBF8102, codes.unlockCode(), codes.unlockings()));
        }
        return Response.of(StatusWord.NO_SUCH_REFERENCE);
    }

    private static byte[] object(int tag, CardCode counter, int usages) {
        var values = Tlv.of(
                0xA0,
                Tlv.number(0x9A, counter.most()),
                Tlv.number(0x9B, counter.left()),
                Tlv.number(0x9D, usages >>> 8, usages));
        return Tlv.of(0x70, Tlv.of(tag, values));
    }
}
