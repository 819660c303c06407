package io.github.pscsdk.plugin.cps.internal.card;

import java.util.Arrays;
import java.util.HexFormat;

/** The commands that cards of the family take (ISO/IEC 7816-4; {@code docs/card-reader.md}). None presents a code. */
final class CardCommands {

    /** The two ways in which cards of the family are spoken to, as the card's own middleware does. */
    enum Dialect {
        /** CPS3. A file is selected by its whole path; no parameters are asked for, which saves an exchange in T=0. */
        IAS_ECC,
        /** CPS4. A path does not begin with the master file, and the file's parameters must be asked for. */
        CHIPDOC
    }

    /** A card's response (ISO/IEC 7816-4, table 6), as far as a CPS gives it. */
    record Response(byte[] data, int statusWord) {
        static final int OK = 0x9000;
        static final int END_OF_FILE = 0x6282;
        static final int CODE_NEEDED = 0x6982;
        static final int BLOCKED = 0x6983;
        static final int CONDITIONS = 0x6985;
        static final int NOT_FOUND = 0x6A82;
        static final int BEYOND_THE_END = 0x6B00;
        static final int WRONG_CLASS = 0x6E00;

        private static final int MORE_DATA = 0x61;
        private static final int OTHER_LENGTH = 0x6C;
        private static final int TRIES = 0x63C0;

        private static Response of(byte[] response) throws CardAccessException {
            if (response.length < 2) {
                // A card that says nothing at all is one that has just been pulled.
                throw new CardAccessException(CardAccessException.Reason.REMOVED);
            }
            var length = response.length - 2;
            var statusWord = (response[length] & 0xFF) << 8 | response[length + 1] & 0xFF;
            return new Response(Arrays.copyOf(response, length), statusWord);
        }

        boolean isOk() {
            return statusWord == OK;
        }

        boolean countsTries() {
            return (statusWord & 0xFFF0) == TRIES;
        }

        int tries() {
            return statusWord & 0xF;
        }

        /** This response's data, then the other's, with the other's status. */
        private Response then(Response next) {
            var all = Arrays.copyOf(data, data.length + next.data.length);
            System.arraycopy(next.data, 0, all, data.length, next.data.length);
            return new Response(all, next.statusWord);
        }
    }

    /** CLA INS P1 P2. */
    private static final int HEADER = 4;

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
    Response selectApplication(String aid) throws CardAccessException {
        return send("00A4040C" + withLength(aid));
    }

    /** SELECT by path, such as {@code 3f0000015031}; a CPS4 answers the file's control parameters. */
    Response select(String path) throws CardAccessException {
        return send(
                switch (dialect) {
                    case IAS_ECC -> "00A4090C" + withLength(path);
                    case CHIPDOC -> "00A40800" + withLength(path.substring(4)) + "00";
                });
    }

    private static String withLength(String data) {
        return HexFormat.of().toHexDigits((byte) (data.length() / 2)) + data;
    }

    /** READ BINARY of the selected file; {@code length} from 1 to {@link #mostRead}. */
    Response read(int offset, int length) throws CardAccessException {
        return send(new byte[] {0x00, (byte) 0xB0, (byte) (offset >> 8), (byte) offset, (byte) length});
    }

    /** As many bytes as the middleware reads at a time. */
    int mostRead() {
        return dialect == Dialect.IAS_ECC ? 231 : 256;
    }

    /** VERIFY without data: asks for the state of a code and uses no try (ISO/IEC 7816-4, 11.6.6). */
    Response stateOfCode(int reference) throws CardAccessException {
        return send(new byte[] {0x00, 0x20, 0x00, (byte) reference});
    }

    /** GET DATA of the object that describes a code (IAS-ECC). */
    Response codeObject(int reference) throws CardAccessException {
        return send("00CB3FFF0A4D087006BF" + HexFormat.of().toHexDigits((byte) (0x80 | reference)) + "0102A08000");
    }

    private Response send(String command) throws CardAccessException {
        return send(HexFormat.of().parseHex(command));
    }

    /** Sends one command and fetches its whole response: T=0 says 61xx, fetch it, and 6Cxx, ask with that length. */
    Response send(byte[] command) throws CardAccessException {
        var response = Response.of(channel.transmit(command.clone()));
        if (response.statusWord >> 8 == Response.OTHER_LENGTH && expectsData(command)) {
            var again = command.clone();
            again[again.length - 1] = (byte) response.statusWord;
            response = Response.of(channel.transmit(again));
        }
        for (var round = 0; response.statusWord >> 8 == Response.MORE_DATA; round++) {
            if (round == MOST_ROUNDS) {
                throw new CardDataException("the answer does not end");
            }
            var getResponse = new byte[] {0x00, (byte) 0xC0, 0x00, 0x00, (byte) response.statusWord};
            response = response.then(Response.of(channel.transmit(getResponse)));
        }
        return response;
    }

    /** Whether the last byte is Le: a command without data, or one byte longer than its data. */
    private static boolean expectsData(byte[] command) {
        return command.length == HEADER + 1
                || command.length > HEADER + 1 && command.length == HEADER + 2 + (command[HEADER] & 0xFF);
    }
}
