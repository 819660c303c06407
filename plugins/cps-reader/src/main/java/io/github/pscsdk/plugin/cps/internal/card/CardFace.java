package io.github.pscsdk.plugin.cps.internal.card;

import java.util.HexFormat;
import java.util.Optional;

/** The modern data face of a card of the family: its files and its counters. */
public final class CardFace {
    private static final byte[] IAS_APPLICATION = HexFormat.of().parseHex("E828BD080F8025000001FF0010");
    private static final byte[] CHIPDOC_APPLICATION = HexFormat.of().parseHex("8025000001FF0100");
    private static final byte[] CPS2TER_APPLICATION = HexFormat.of().parseHex("8025000001FF0002");
    private static final byte[] SECURITY_DOMAIN = HexFormat.of().parseHex("A0000001510000");

    private final CardFiles files;
    private final CodeCounter code;

    private CardFace(Dialect dialect, CommandExchange exchange, CardFiles.Recovery recovery) {
        files = new CardFiles(dialect, exchange, recovery);
        code = new CodeCounter(dialect, exchange);
    }

    /**
     * The face of a card that looks like {@code kind}; one that does not say its generation is spoken to as a CPS3, since a CPS4
     * that does not know what it is asked says so.
     *
     * @throws CardAccessException {@link CardAccessException.Reason#REFUSED} where a CPS4 can be reached on no channel
     */
    public static CardFace of(CardKind kind, Channels channels) throws CardAccessException, CardDataException {
        return kind == CardKind.CPS4 ? chipDoc(channels) : iasEcc(channels);
    }

    private static CardFace iasEcc(Channels channels) {
        var exchange = new CommandExchange(channels.basic());
        return new CardFace(Dialect.IAS_ECC, exchange, () -> exchange.send(Command.selectApplication(IAS_APPLICATION)));
    }

    /**
     * The application lives on logical channel 1. Whether a card takes MANAGE CHANNEL, which Java needs to get there, was never
     * seen; so the basic channel is tried as well.
     */
    private static CardFace chipDoc(Channels channels) throws CardAccessException, CardDataException {
        var basic = new CommandExchange(channels.basic());
        var found = selected(additional(channels), basic);
        if (found.isEmpty()) {
            found = selected(Optional.of(basic), basic);
        }
        var exchange = found.orElseThrow(() -> new CardAccessException(CardAccessException.Reason.REFUSED, null));
        return new CardFace(Dialect.CHIPDOC, exchange, () -> recover(exchange, basic));
    }

    private static Optional<CommandExchange> additional(Channels channels) throws CardAccessException {
        try {
            return Optional.of(new CommandExchange(channels.additional()));
        } catch (CardAccessException e) {
            if (e.reason() == CardAccessException.Reason.REFUSED) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static Optional<CommandExchange> selected(Optional<CommandExchange> channel, CommandExchange basic)
            throws CardAccessException, CardDataException {
        if (channel.isEmpty()) {
            return channel;
        }
        var answer = channel.get().send(Command.selectApplication(CHIPDOC_APPLICATION));
        if (answer.statusWord() == StatusWord.CONDITIONS) {
            answer = recover(channel.get(), basic);
        }
        return answer.isOk() ? channel : Optional.empty();
    }

    /** After 6985 the middleware wakes the card up through two other applications, then selects its own again. */
    private static CardResponse recover(CommandExchange own, CommandExchange basic)
            throws CardAccessException, CardDataException {
        own.send(Command.selectApplication(SECURITY_DOMAIN));
        basic.send(Command.selectApplication(CPS2TER_APPLICATION));
        return own.send(Command.selectApplication(CHIPDOC_APPLICATION));
    }

    /** The serial number; empty where the card is none of the family. */
    public Optional<SerialNumber> serialNumber() throws CardAccessException, CardDataException {
        return files.read(SerialNumber.FILE, Extent.exactly(SerialNumber.FILE_SIZE))
                .flatMap(SerialNumber::in);
    }

    /** The files that are shown without the code. */
    public CardFiles files() {
        return files;
    }

    /** The state of the code porteur; uses no try. */
    public CodeState code() throws CardAccessException {
        return code.read();
    }
}
