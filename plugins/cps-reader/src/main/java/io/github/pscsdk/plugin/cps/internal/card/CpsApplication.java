package io.github.pscsdk.plugin.cps.internal.card;

import io.github.pscsdk.plugin.cps.internal.card.CardCatalogue.CardKind;
import io.github.pscsdk.plugin.cps.internal.card.CardCommands.Dialect;
import io.github.pscsdk.plugin.cps.internal.card.CardCommands.Response;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalInt;

/** The application of a card of the family, selected: its files and the state of its codes, in few exchanges. */
final class CpsApplication {
    static final String MASTER_FILE = "3f00";

    private static final String IAS_APPLICATION = "E828BD080F8025000001FF0010";
    private static final String CHIPDOC_APPLICATION = "8025000001FF0100";
    private static final String CPS2TER_APPLICATION = "8025000001FF0002";
    private static final String SECURITY_DOMAIN = "A0000001510000";

    /** No file of a CPS is larger, and offsets of READ BINARY end there. */
    private static final int LARGEST = 0x7FFF;

    private static final int FILE_PARAMETERS = 0x6F;
    private static final int SIZE = 0x80;

    /** How much of a file is wanted, such as {@link Tlv#extent} or {@link Tlv#extentOfFirst}. */
    @FunctionalInterface
    interface Extent {
        /** How many bytes from the beginning are wanted; empty where those that were read do not tell. */
        OptionalInt of(byte[] beginning) throws CardDataException;
    }

    private final CardCommands commands;
    private final CardCommands basic;
    private boolean needsCode;

    /** On the application's channel, and on the basic one, by which a CPS4 is woken up. */
    CpsApplication(CardCommands commands, CardCommands basic) {
        this.commands = commands;
        this.basic = basic;
    }

    /**
     * Of a card that looks like {@code kind}; one of unknown generation is spoken to as a CPS3, since a CPS4 then says
     * that it does not understand. The application of a CPS4 lives on logical channel 1; whether a card takes MANAGE
     * CHANNEL was never seen, so the basic channel is tried as well.
     */
    static CpsApplication of(CardKind kind, CardChannels channels) throws CardAccessException {
        if (kind != CardKind.CPS4) {
            var commands = new CardCommands(Dialect.IAS_ECC, channels.basic());
            return new CpsApplication(commands, commands);
        }
        var basic = new CardCommands(Dialect.CHIPDOC, channels.basic());
        var additional = additional(channels).map(channel -> new CardCommands(Dialect.CHIPDOC, channel));
        var own = new CpsApplication(additional.orElse(basic), basic);
        if (own.isSelected()) {
            return own;
        }
        var onBasic = new CpsApplication(basic, basic);
        if (additional.isPresent() && onBasic.isSelected()) {
            return onBasic;
        }
        throw new CardAccessException(CardAccessException.Reason.REFUSED);
    }

    private static Optional<CardChannels.Channel> additional(CardChannels channels) throws CardAccessException {
        try {
            return Optional.of(channels.additional());
        } catch (CardAccessException e) {
            if (e.reason() == CardAccessException.Reason.REFUSED) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private boolean isSelected() throws CardAccessException {
        var response = commands.selectApplication(CHIPDOC_APPLICATION);
        return response.isOk()
                || response.statusWord() == Response.CONDITIONS && recovered().isOk();
    }

    /**
     * Selects the application again; a CPS4 is woken up through two others first, as the middleware does after 6985.
     */
    private Response recovered() throws CardAccessException {
        if (commands.dialect() == Dialect.IAS_ECC) {
            return commands.selectApplication(IAS_APPLICATION);
        }
        commands.selectApplication(SECURITY_DOMAIN);
        basic.selectApplication(CPS2TER_APPLICATION);
        return commands.selectApplication(CHIPDOC_APPLICATION);
    }

    /** The serial number; empty where the card is none of the family. */
    Optional<SerialNumber> serialNumber() throws CardAccessException {
        return read(SerialNumber.FILE, beginning -> OptionalInt.of(SerialNumber.FILE_SIZE))
                .flatMap(SerialNumber::in);
    }

    /** The state of the code porteur; uses no try. */
    CodeState code() throws CardAccessException {
        return CodeState.read(commands);
    }

    /** Reads a file, or its beginning; empty where the card has no such file, or gives it only after the code. */
    Optional<byte[]> read(String path, Extent extent) throws CardAccessException {
        var selected = select(path);
        if (isWithheld(selected)) {
            return Optional.empty();
        }
        if (!selected.isOk()) {
            throw new CardDataException("SELECT failed", selected.statusWord());
        }
        return content(extent, size(selected).orElse(LARGEST));
    }

    boolean needsCode() {
        return needsCode;
    }

    private Response select(String path) throws CardAccessException {
        var response = commands.select(path);
        if (response.statusWord() == Response.WRONG_CLASS || response.statusWord() == Response.CONDITIONS) {
            recovered();
            return commands.select(path);
        }
        return response;
    }

    /** The size that the answer to SELECT tells, if it does; a file is read to its end without it. */
    private static OptionalInt size(Response selected) {
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

    private Optional<byte[]> content(Extent extent, int size) throws CardAccessException {
        var content = new ByteArrayOutputStream();
        while (true) {
            var wanted = Math.min(extent.of(content.toByteArray()).orElse(LARGEST), size);
            var length = Math.min(commands.mostRead(), wanted - content.size());
            if (length <= 0) {
                return Optional.of(content.toByteArray());
            }
            var response = commands.read(content.size(), length);
            if (isWithheld(response)) {
                return Optional.empty();
            }
            content.writeBytes(response.data());
            if (isEnd(response, length)) {
                return Optional.of(content.toByteArray());
            }
            if (!response.isOk()) {
                throw new CardDataException("READ BINARY failed", response.statusWord());
            }
        }
    }

    private boolean isWithheld(Response response) {
        needsCode |= response.statusWord() == Response.CODE_NEEDED;
        return response.statusWord() == Response.NOT_FOUND || response.statusWord() == Response.CODE_NEEDED;
    }

    private static boolean isEnd(Response response, int asked) {
        return response.statusWord() == Response.END_OF_FILE
                || response.statusWord() == Response.BEYOND_THE_END
                || response.isOk() && response.data().length < asked;
    }
}
