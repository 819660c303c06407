package io.github.pscsdk.testkit.card;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * Records the commands for a card, without codes, and the status words of its responses. Safe for any thread if the
 * card is.
 */
final class RecordedCard implements SmartCard {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    /** VERIFY, CHANGE REFERENCE DATA, RESET RETRY COUNTER, UPDATE BINARY. */
    private static final Set<Integer> SECRET_DATA = Set.of(0x20, 0x24, 0x2C, 0xD6);

    private static final int HEADER = 5;

    private final SmartCard card;
    private final List<String> trace = new ArrayList<>();

    RecordedCard(SmartCard card) {
        this.card = card;
    }

    @Override
    public byte[] atr() {
        return card.atr();
    }

    @Override
    public byte[] transmit(byte[] command) {
        var status = "";
        try {
            var response = card.transmit(command);
            status = HEX.formatHex(response, Math.max(0, response.length - 2), response.length);
            return response;
        } finally {
            write(command, status);
        }
    }

    private synchronized void write(byte[] command, String status) {
        var isSecret = command.length < HEADER - 1 || SECRET_DATA.contains(command[1] & 0xFF);
        var shown = isSecret ? Math.min(HEADER, command.length) : command.length;
        trace.add(HEX.formatHex(command, 0, shown) + " " + status);
    }

    @Override
    public void reset() {
        card.reset();
    }

    @Override
    public void powerOff() {
        card.powerOff();
    }

    synchronized List<String> trace() {
        return List.copyOf(trace);
    }
}
