package io.github.pscsdk.plugin.cps.internal.card;

import java.math.BigInteger;
import java.util.OptionalInt;

/** The two ways in which cards of the family are spoken to, as the card's own middleware does. */
enum Dialect {
    /** CPS3: IAS-ECC. A file is selected by its whole path; no parameters are asked for, which saves an exchange in T=0. */
    IAS_ECC(231) {
        @Override
        byte[] select(CardPath path) {
            return Command.selectPath(0x09, false, path.fromMasterFile());
        }
    },

    /** CPS4: ChipDoc. A path does not begin with the master file, and the file's parameters must be asked for. */
    CHIPDOC(256) {
        @Override
        byte[] select(CardPath path) {
            return Command.selectPath(0x08, true, path.withoutMasterFile());
        }
    };

    private static final int FILE_PARAMETERS = 0x6F;
    private static final int SIZE = 0x80;

    private final int chunk;

    Dialect(int chunk) {
        this.chunk = chunk;
    }

    abstract byte[] select(CardPath path);

    /** As many bytes as the middleware reads at a time. */
    int chunk() {
        return chunk;
    }

    /** The size that the answer to SELECT tells, if it does: a convenience, a file is read to its end without it. */
    static OptionalInt size(CardResponse selected) {
        try {
            for (var parameters : Tlv.all(selected.data())) {
                var size = parameters.child(SIZE);
                if (parameters.tag() == FILE_PARAMETERS && size.isPresent()) {
                    return OptionalInt.of(new BigInteger(1, size.get().value()).intValueExact());
                }
            }
            return OptionalInt.empty();
        } catch (CardDataException | ArithmeticException e) {
            return OptionalInt.empty();
        }
    }
}
