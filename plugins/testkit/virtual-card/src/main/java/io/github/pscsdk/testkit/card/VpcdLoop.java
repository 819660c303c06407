package io.github.pscsdk.testkit.card;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import jdk.net.ExtendedSocketOptions;

/**
 * Answers vpcd for one card (pcsc-on-linux, section 3). Each message begins with two bytes of length. A message of
 * one byte is a control; a longer one is a command.
 */
final class VpcdLoop implements Runnable {
    private static final int POWER_OFF = 0;
    private static final int GET_ATR = 4;

    private final Socket socket;
    private final SmartCard card;

    VpcdLoop(Socket socket, SmartCard card) {
        this.socket = socket;
        this.card = card;
    }

    @Override
    public void run() {
        try (socket) {
            socket.setTcpNoDelay(true);
            var in = new DataInputStream(socket.getInputStream());
            while (true) {
                acknowledgeAtOnce();
                var message = new byte[in.readUnsignedShort()];
                acknowledgeAtOnce();
                in.readFully(message);
                answer(message);
            }
        } catch (IOException e) {
            card.powerOff(); // the card was pulled out, or the daemon ended: the same to a card
        } catch (CardWithdrawnException e) {
            card.powerOff(); // the script pulled it out
        }
    }

    /**
     * Turns delayed acknowledgements off: vpcd 3.3 sends length and body apart, and each command would take 44 ms.
     * Must be repeated.
     */
    private void acknowledgeAtOnce() throws IOException {
        if (socket.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK)) {
            socket.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
        }
    }

    private void answer(byte[] message) throws IOException, CardWithdrawnException {
        if (message.length > 1) {
            // Pulled out amid a response it sends nothing: vpcd 3.3 would take a part for the whole.
            send(card.transmit(message));
        } else if (message[0] == GET_ATR) {
            send(card.atr());
        } else if (message[0] == POWER_OFF) {
            card.powerOff();
        } else {
            card.reset();
        }
    }

    /** In one write: see {@link #acknowledgeAtOnce}. */
    private void send(byte[] body) throws IOException {
        var framed = ByteBuffer.allocate(2 + body.length)
                .putShort((short) body.length)
                .put(body);
        socket.getOutputStream().write(framed.array());
    }
}
