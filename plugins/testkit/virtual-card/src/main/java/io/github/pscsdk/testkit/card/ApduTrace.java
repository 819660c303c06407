package io.github.pscsdk.testkit.card;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** The commands that a card was given, without codes, and the status words of its responses. Safe for any thread. */
final class ApduTrace {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    /** VERIFY, CHANGE REFERENCE DATA, RESET RETRY COUNTER, UPDATE BINARY. */
    private static final Set<Integer> SECRET_DATA = Set.of(0x20, 0x24, 0x2C, 0xD6);

    private static final int HEADER = 5;

    private final List<String> lines = new ArrayList<>();

    byte[] exchange(SmartCard card, byte[] command) {
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
        lines.add(HEX.formatHex(command, 0, shown) + " " + status);
    }

    synchronized List<String> lines() {
        return List.copyOf(lines);
    }
}
