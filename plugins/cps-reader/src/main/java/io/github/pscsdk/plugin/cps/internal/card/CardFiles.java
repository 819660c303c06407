package io.github.pscsdk.plugin.cps.internal.card;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads files with as few exchanges as the card allows: no file is read further than what is wanted of it. */
public final class CardFiles {
    /** No file of a CPS is larger, and offsets of READ BINARY end there. */
    private static final int LARGEST = 0x7FFF;

    /** Puts the card back to where files can be selected, after a status that says it is elsewhere. */
    @FunctionalInterface
    interface Recovery {
        void run() throws CardAccessException, CardDataException;
    }

    private final Dialect dialect;
    private final CommandExchange exchange;
    private final Recovery recovery;

    CardFiles(Dialect dialect, CommandExchange exchange, Recovery recovery) {
        this.dialect = dialect;
        this.exchange = exchange;
        this.recovery = recovery;
    }

    /**
     * Reads a file, or its beginning.
     *
     * @return empty where the card has no such file, or gives it only after the code
     * @throws CardDataException at any status that neither means that nor an end of file
     */
    public Optional<byte[]> read(CardPath path, Extent extent) throws CardAccessException, CardDataException {
        var selected = select(path);
        if (isWithheld(selected)) {
            return Optional.empty();
        }
        if (!selected.isOk()) {
            throw new CardDataException("SELECT failed", selected.statusWord());
        }
        return content(extent, Dialect.size(selected));
    }

    private CardResponse select(CardPath path) throws CardAccessException, CardDataException {
        var answer = exchange.send(dialect.select(path));
        if (answer.statusWord() == StatusWord.WRONG_CLASS || answer.statusWord() == StatusWord.CONDITIONS) {
            recovery.run();
            return exchange.send(dialect.select(path));
        }
        return answer;
    }

    private Optional<byte[]> content(Extent extent, OptionalInt size) throws CardAccessException, CardDataException {
        var content = new ByteArrayOutputStream();
        for (var wanted = wanted(extent, content, size);
                content.size() < wanted;
                wanted = wanted(extent, content, size)) {
            var length = Math.min(dialect.chunk(), wanted - content.size());
            var answer = exchange.send(Command.read(content.size(), length));
            if (isWithheld(answer)) {
                return Optional.empty();
            }
            content.writeBytes(answer.data());
            if (isEnd(answer, length)) {
                break;
            }
            if (!answer.isOk()) {
                throw new CardDataException("READ BINARY failed", answer.statusWord());
            }
        }
        return Optional.of(content.toByteArray());
    }

    private static int wanted(Extent extent, ByteArrayOutputStream content, OptionalInt size) throws CardDataException {
        return Math.min(extent.of(content.toByteArray()).orElse(LARGEST), size.orElse(LARGEST));
    }

    private static boolean isWithheld(CardResponse answer) {
        return answer.statusWord() == StatusWord.NOT_FOUND || answer.statusWord() == StatusWord.CODE_NEEDED;
    }

    private static boolean isEnd(CardResponse answer, int asked) {
        return answer.statusWord() == StatusWord.END_OF_FILE
                || answer.statusWord() == StatusWord.BEYOND_THE_END
                || answer.isOk() && answer.data().length < asked;
    }
}
