package io.github.pscsdk.plugin.cps.internal.card;

import java.util.OptionalInt;

/** How much of a file is wanted. */
@FunctionalInterface
public interface Extent {
    /** The values that the file holds, without the padding after them. */
    Extent VALUES = Tlv::extent;

    /**
     * How many bytes from the beginning are wanted, as far as those tell that were read already; empty where they do not
     * tell.
     *
     * @throws CardDataException if what was read cannot be right
     */
    OptionalInt of(byte[] beginning) throws CardDataException;

    /** The first value of the file, such as a certificate. */
    static Extent firstValue() {
        return beginning -> {
            if (beginning.length == 0) {
                return OptionalInt.empty();
            }
            var head = TlvHead.at(beginning, 0);
            return head.isPresent() ? OptionalInt.of(head.get().end()) : OptionalInt.empty();
        };
    }

    /** Exactly so many bytes. */
    static Extent exactly(int bytes) {
        return beginning -> OptionalInt.of(bytes);
    }
}
