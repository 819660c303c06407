package io.github.pscsdk.testkit.card.internal.reader;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import javax.smartcardio.CommandAPDU;
import javax.smartcardio.ResponseAPDU;

/**
 * A logical channel that behaves like the JDK's: it rewrites the class byte, removes Le and fetches what {@code 61xx}
 * announces.
 */
final class Channel extends CardChannel {
    private static final int MANAGE_CHANNEL = 0x70;
    private static final int MOST_ROUNDS = 32;

    private final ConnectedCard card;
    private final int number;
    private boolean isClosed;

    Channel(ConnectedCard card, int number) {
        this.card = card;
        this.number = number;
    }

    @Override
    public Card getCard() {
        return card;
    }

    @Override
    public int getChannelNumber() {
        checkOpen();
        return number;
    }

    private void checkOpen() {
        card.checkState();
        if (isClosed) {
            throw new IllegalStateException("Logical channel has been closed");
        }
    }

    @Override
    public ResponseAPDU transmit(CommandAPDU command) throws CardException {
        checkOpen();
        card.checkOwner();
        return new ResponseAPDU(exchange(command.getBytes()));
    }

    @Override
    public int transmit(ByteBuffer command, ByteBuffer response) throws CardException {
        checkOpen();
        card.checkOwner();
        var bytes = new byte[command.remaining()];
        command.get(bytes);
        var answer = exchange(bytes);
        response.put(answer);
        return answer.length;
    }

    private byte[] exchange(byte[] given) throws CardException {
        var command = withoutLe(onThisChannel(checked(given)));
        var answer = new ByteArrayOutputStream();
        for (var round = 1; round < MOST_ROUNDS; round++) {
            var response = card.transmit("transmit() failed", command);
            var length = response.length;
            if (length == 2 && response[0] == 0x6C) {
                command[command.length - 1] = response[1];
            } else if (length >= 2 && response[length - 2] == 0x61) {
                answer.write(response, 0, length - 2);
                command = new byte[] {command[0], (byte) 0xC0, 0, 0, response[length - 1]};
            } else {
                answer.writeBytes(response);
                return answer.toByteArray();
            }
        }
        throw new CardException("Could not obtain response");
    }

    private static byte[] checked(byte[] command) {
        if (command.length < 4) {
            throw new IllegalArgumentException("Command APDU must be at least 4 bytes long");
        }
        if (command[0] >= 0 && command[1] == MANAGE_CHANNEL) {
            throw new IllegalArgumentException("Manage channel command not allowed, use openLogicalChannel()");
        }
        return command.clone();
    }

    /** Writes the channel into the class byte (ISO 7816-4, tables 2 and 3), whatever the program put there. */
    private byte[] onThisChannel(byte[] command) {
        var isReserved = (command[0] & 0xE0) == 0x20;
        if (command[0] >= 0 && !isReserved) {
            command[0] = (byte) (command[0] & 0xBC | number);
        }
        return command;
    }

    /** A case 4 command loses its Le on the way to a T=0 card (ISO 7816-3, section 12.2.5). */
    private byte[] withoutLe(byte[] command) throws CardException {
        if (!card.getProtocol().equals("T=0") || command.length < 7) {
            return command;
        }
        var lc = command[4] & 0xFF;
        if (lc == 0) {
            throw new CardException("Extended length forms not supported for T=0");
        }
        return command.length == lc + 6 ? Arrays.copyOf(command, command.length - 1) : command;
    }

    @Override
    public void close() throws CardException {
        if (number == 0) {
            throw new IllegalStateException("Cannot close basic logical channel");
        }
        if (isClosed) {
            return;
        }
        card.checkOwner();
        isClosed = true;
        var response = card.transmit("close() failed", new byte[] {0, MANAGE_CHANNEL, (byte) 0x80, (byte) number});
        if (response.length != 2 || response[0] != (byte) 0x90) {
            throw new CardException("close() failed");
        }
    }
}
