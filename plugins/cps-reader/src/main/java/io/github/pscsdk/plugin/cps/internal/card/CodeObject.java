package io.github.pscsdk.plugin.cps.internal.card;

import java.util.OptionalInt;

/**
 * What GET DATA tells of a code on a CPS3.
 *
 * @param triesLeft tag 9B
 * @param usesLeft tag 9D: how often the code may be used at all
 */
record CodeObject(OptionalInt triesLeft, OptionalInt usesLeft) {
    private static final int TRIES_LEFT = 0x9B;
    private static final int USES_LEFT = 0x9D;

    static final CodeObject UNKNOWN = new CodeObject(OptionalInt.empty(), OptionalInt.empty());

    /** Looks for both wherever they stand: how deep they are nested is not published. */
    static CodeObject in(byte[] data) throws CardDataException {
        return new CodeObject(number(data, TRIES_LEFT), number(data, USES_LEFT));
    }

    boolean hasNoTry() {
        return triesLeft.equals(OptionalInt.of(0));
    }

    boolean hasNoUse() {
        return usesLeft.equals(OptionalInt.of(0));
    }

    private static OptionalInt number(byte[] data, int tag) throws CardDataException {
        for (var tlv : Tlv.all(data)) {
            var found = tlv.deep().filter(inner -> inner.tag() == tag).findFirst();
            if (found.isPresent()) {
                return OptionalInt.of(unsigned(found.get().value()));
            }
        }
        return OptionalInt.empty();
    }

    private static int unsigned(byte[] bytes) {
        var number = 0;
        for (var b : bytes) {
            number = number << 8 | b & 0xFF;
        }
        return number;
    }
}
