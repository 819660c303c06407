package io.github.pscsdk.plugin.cps.internal.card;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads files with as few exchanges as the card allows: no file is read further than what is wanted of it. */
final class CardFiles {
    /** No file of a CPS is larger, and offsets of READ BINARY end there. */
    private static final int LARGEST = 0x7FFF;

    private static final int FILE_PARAMETERS = 0x6F;
    private static final int SIZE = 0x80;

    /** How much of a file is wanted. */
    @FunctionalInterface
    interface Extent {
        /** The values that the file holds, without the padding after them. */
        Extent VALUES = Tlv::extent;

        /** The first value of the file, such as a certificate. */
        Extent FIRST_VALUE = Tlv::extentOfFirst;

        /** Exactly so many bytes. */
        static Extent exactly(int bytes) {
            return beginning -> OptionalInt.of(bytes);
        }

        /**
         * How many bytes from the beginning are wanted, as far as those tell that were read already; empty where they do not
         * tell.
         *
         * @throws CardDataException if what was read cannot be right
         */
        OptionalInt of(byte[] beginning) throws CardDataException;
    }

    /** Puts the card back to where files can be selected, after a status that says it is elsewhere. */
    @FunctionalInterface
    interface Recovery {
        void run() throws CardAccessException, CardDataException;
    }

    private final CardCommands commands;
    private final Recovery recovery;
    private boolean needsCode;

    CardFiles(CardCommands commands, Recovery recovery) {
        this.commands = commands;
        this.recovery = recovery;
    }

    /**
     * Reads a file, or its beginning.
     *
     * @return empty where the card has no such file, or gives it only after the code
     * @throws CardDataException at any status that neither means that nor an end of file
     */
    Optional<byte[]> read(CardPath path, Extent extent) throws CardAccessException, CardDataException {
        var selected = select(path);
        if (isWithheld(selected)) {
            return Optional.empty();
        }
        if (!selected.isOk()) {
            throw new CardDataException("SELECT failed", selected.statusWord());
        }
        return content(extent, size(selected));
    }

    /** Whether a file was kept behind the code so far. */
    boolean needsCode() {
        return needsCode;
    }

    private CardResponse select(CardPath path) throws CardAccessException, CardDataException {
        var response = commands.select(path);
        if (response.statusWord() == CardResponse.WRONG_CLASS || response.statusWord() == CardResponse.CONDITIONS) {
            recovery.run();
            return commands.select(path);
        }
        return response;
    }

    /** The size that the answer to SELECT tells, if it does; a file is read to its end without it. */
    private static OptionalInt size(CardResponse selected) {
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

    private Optional<byte[]> content(Extent extent, OptionalInt size) throws CardAccessException, CardDataException {
        var content = new ByteArrayOutputStream();
        for (var wanted = wanted(extent, content, size);
                content.size() < wanted;
                wanted = wanted(extent, content, size)) {
            var length = Math.min(commands.mostRead(), wanted - content.size());
            var response = commands.read(content.size(), length);
            if (isWithheld(response)) {
                return Optional.empty();
            }
            content.writeBytes(response.data());
            if (isEnd(response, length)) {
                break;
            }
            if (!response.isOk()) {
                throw new CardDataException("READ BINARY failed", response.statusWord());
            }
        }
        return Optional.of(content.toByteArray());
    }

    private static int wanted(Extent extent, ByteArrayOutputStream content, OptionalInt size) throws CardDataException {
        return Math.min(extent.of(content.toByteArray()).orElse(LARGEST), size.orElse(LARGEST));
    }

    private boolean isWithheld(CardResponse response) {
        needsCode |= response.statusWord() == CardResponse.CODE_NEEDED;
        return response.statusWord() == CardResponse.NOT_FOUND || response.statusWord() == CardResponse.CODE_NEEDED;
    }

    private static boolean isEnd(CardResponse response, int asked) {
        return response.statusWord() == CardResponse.END_OF_FILE
                || response.statusWord() == CardResponse.BEYOND_THE_END
                || response.isOk() && response.data().length < asked;
    }
}
