package io.github.pscsdk.plugin.cps.internal.card;

import io.github.pscsdk.plugin.cps.internal.card.CardCommands.Dialect;
import io.github.pscsdk.plugin.cps.internal.card.CardFiles.Extent;
import java.util.HexFormat;
import java.util.Optional;

/** The application of a card of the family, selected: its files and the state of its codes. */
final class CpsApplication {
    private static final byte[] IAS_APPLICATION = HexFormat.of().parseHex("E828BD080F8025000001FF0010");
    private static final byte[] CHIPDOC_APPLICATION = HexFormat.of().parseHex("8025000001FF0100");
    private static final byte[] CPS2TER_APPLICATION = HexFormat.of().parseHex("8025000001FF0002");
    private static final byte[] SECURITY_DOMAIN = HexFormat.of().parseHex("A0000001510000");

    private final CardCommands commands;
    private final CardFiles files;

    private CpsApplication(CardCommands commands, CardFiles.Recovery recovery) {
        this.commands = commands;
        files = new CardFiles(commands, recovery);
    }

    /**
     * Of a card that looks like {@code kind}; one that does not say its generation is spoken to as a CPS3, since a CPS4 that does not
     * know what it is asked says so.
     *
     * @throws CardAccessException {@link CardAccessException.Reason#REFUSED} where a CPS4 can be reached on no channel
     */
    static CpsApplication of(CardKind kind, CardChannels channels) throws CardAccessException, CardDataException {
        return kind == CardKind.CPS4 ? chipDoc(channels) : iasEcc(channels);
    }

    private static CpsApplication iasEcc(CardChannels channels) {
        var commands = new CardCommands(Dialect.IAS_ECC, channels.basic());
        return new CpsApplication(commands, () -> commands.selectApplication(IAS_APPLICATION));
    }

    /**
     * The application lives on logical channel 1. Whether a card takes MANAGE CHANNEL, which Java needs to get there, was never
     * seen; so the basic channel is tried as well.
     */
    private static CpsApplication chipDoc(CardChannels channels) throws CardAccessException, CardDataException {
        var basic = new CardCommands(Dialect.CHIPDOC, channels.basic());
        var found = selected(additional(channels), basic);
        if (found.isEmpty()) {
            found = selected(Optional.of(basic), basic);
        }
        var commands = found.orElseThrow(() -> new CardAccessException(CardAccessException.Reason.REFUSED, null));
        return new CpsApplication(commands, () -> recover(commands, basic));
    }

    private static Optional<CardCommands> additional(CardChannels channels) throws CardAccessException {
        try {
            return Optional.of(new CardCommands(Dialect.CHIPDOC, channels.additional()));
        } catch (CardAccessException e) {
            if (e.reason() == CardAccessException.Reason.REFUSED) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static Optional<CardCommands> selected(Optional<CardCommands> commands, CardCommands basic)
            throws CardAccessException, CardDataException {
        if (commands.isEmpty()) {
            return commands;
        }
        var response = commands.get().selectApplication(CHIPDOC_APPLICATION);
        if (response.statusWord() == CardResponse.CONDITIONS) {
            response = recover(commands.get(), basic);
        }
        return response.isOk() ? commands : Optional.empty();
    }

    /** After 6985 the middleware wakes the card up through two other applications, then selects its own again. */
    private static CardResponse recover(CardCommands own, CardCommands basic)
            throws CardAccessException, CardDataException {
        own.selectApplication(SECURITY_DOMAIN);
        basic.selectApplication(CPS2TER_APPLICATION);
        return own.selectApplication(CHIPDOC_APPLICATION);
    }

    /** The serial number; empty where the card is none of the family. */
    Optional<SerialNumber> serialNumber() throws CardAccessException, CardDataException {
        return files.read(SerialNumber.FILE, Extent.exactly(SerialNumber.FILE_SIZE))
                .flatMap(SerialNumber::in);
    }

    /** The files that are shown without the code. */
    CardFiles files() {
        return files;
    }

    /** The state of the code porteur; uses no try. */
    CodeState code() throws CardAccessException {
        return CodeState.read(commands);
    }
}
