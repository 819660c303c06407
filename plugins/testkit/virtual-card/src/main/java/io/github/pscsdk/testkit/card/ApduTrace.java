package io.github.pscsdk.testkit.card;

import java.util.List;

/** The recorded exchanges with a card, in order of time. */
public record ApduTrace(List<Exchange> exchanges) {
    /** A command in hexadecimal, without the data that may be a code; and the status word, empty if the card was pulled out. */
    public record Exchange(String command, String response) {
        /** Whether the command has that instruction byte. */
        public boolean hasInstruction(int instruction) {
            return command.length() >= 4 && command.substring(2, 4).equals("%02X".formatted(instruction));
        }
    }

    public ApduTrace {
        exchanges = List.copyOf(exchanges);
    }

    /** How many commands had that instruction byte. */
    public int count(int instruction) {
        return (int) exchanges.stream()
                .filter(exchange -> exchange.hasInstruction(instruction))
                .count();
    }
}
