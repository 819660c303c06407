package io.github.pscsdk.plugin.cps.internal.card;

import java.util.Arrays;

/**
 * The commands that cards of the family take, sent on one channel: short APDUs of class 00 (ISO/IEC 7816-4; which of them a CPS takes: see
 * {@code docs/card-reader.md}). None presents a code.
 */
final class CardCommands {

    /** The two ways in which cards of the family are spoken to, as the card's own middleware does. */
    enum Dialect {
        /** CPS3. A file is selected by its whole path; no parameters are asked for, which saves an exchange in T=0. */
        IAS_ECC,
        /** CPS4. A path does not begin with the master file, and the file's parameters must be asked for. */
        CHIPDOC
    }

    /** CLA INS P1 P2. */
    private static final int HEADER = 4;

    /** Le = 00: as much as there is, up to 256 bytes. */
    private static final int ALL = 0x00;

    /** As many as a short answer of 64 KiB has; a card that goes on longer is broken. */
    private static final int MOST_ROUNDS = 256;

    private final Dialect dialect;
    private final CardChannels.Channel channel;

    CardCommands(Dialect dialect, CardChannels.Channel channel) {
        this.dialect = dialect;
        this.channel = channel;
    }

    Dialect dialect() {
        return dialect;
    }

    /** SELECT by application identifier, no answer data. */
    CardResponse selectApplication(byte[] aid) throws CardAccessException, CardDataException {
        return send(withData(0xA4, 0x04, 0x0C, aid));
    }

    /** SELECT by path; the answer of a CPS4 holds the file's control parameters. */
    CardResponse select(CardPath path) throws CardAccessException, CardDataException {
        return send(
                switch (dialect) {
                    case IAS_ECC -> withData(0xA4, 0x09, 0x0C, path.fromMasterFile());
                    case CHIPDOC -> expecting(withData(0xA4, 0x08, 0x00, path.withoutMasterFile()));
                });
    }

    /** READ BINARY of the selected file; {@code length} from 1 to {@link #mostRead}. */
    CardResponse read(int offset, int length) throws CardAccessException, CardDataException {
        return send(new byte[] {0x00, (byte) 0xB0, (byte) (offset >> 8), (byte) offset, (byte) length});
    }

    /** As many bytes as the middleware reads at a time. */
    int mostRead() {
        return dialect == Dialect.IAS_ECC ? 231 : 256;
    }

    /** VERIFY without data: asks for the state of a code and uses no try (ISO/IEC 7816-4, 11.6.6). */
    CardResponse stateOfCode(int reference) throws CardAccessException, CardDataException {
        return send(new byte[] {0x00, 0x20, 0x00, (byte) reference});
    }

    /** GET DATA of the object that describes a code (IAS-ECC). */
    CardResponse codeObject(int reference) throws CardAccessException, CardDataException {
        var list = new byte[] {
            0x4D, 0x08, 0x70, 0x06, (byte) 0xBF, (byte) (0x80 | reference), 0x01, 0x02, (byte) 0xA0, (byte) 0x80
        };
        return send(expecting(withData(0xCB, 0x3F, 0xFF, list)));
    }

    /**
     * Sends one command and fetches its whole response. The T=0 protocol makes a card say "61xx, fetch it" and "6Cxx, ask again with
     * that length"; Java does both for its own channels unless told otherwise by a property.
     */
    CardResponse send(byte[] command) throws CardAccessException, CardDataException {
        var response = CardResponse.of(channel.transmit(command.clone()));
        if (response.wantsOtherLength() && expectsData(command)) {
            var again = command.clone();
            again[again.length - 1] = response.length();
            response = CardResponse.of(channel.transmit(again));
        }
        for (var round = 0; response.hasMore(); round++) {
            if (round == MOST_ROUNDS) {
                throw new CardDataException("the answer does not end");
            }
            var getResponse = new byte[] {0x00, (byte) 0xC0, 0x00, 0x00, response.length()};
            response = response.then(CardResponse.of(channel.transmit(getResponse)));
        }
        return response;
    }

    /** Whether the last byte is Le: a command without data, or one byte longer than its data. */
    private static boolean expectsData(byte[] command) {
        return command.length == HEADER + 1
                || command.length > HEADER + 1 && command.length == HEADER + 2 + (command[HEADER] & 0xFF);
    }

    private static byte[] withData(int ins, int p1, int p2, byte[] data) {
        var command = new byte[HEADER + 1 + data.length];
        command[1] = (byte) ins;
        command[2] = (byte) p1;
        command[3] = (byte) p2;
        command[HEADER] = (byte) data.length;
        System.arraycopy(data, 0, command, HEADER + 1, data.length);
        return command;
    }

    private static byte[] expecting(byte[] command) {
        var longer = Arrays.copyOf(command, command.length + 1);
        longer[command.length] = ALL;
        return longer;
    }
}
