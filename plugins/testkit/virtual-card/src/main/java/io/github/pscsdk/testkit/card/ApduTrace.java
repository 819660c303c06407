package io.github.pscsdk.testkit.card;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The recorded exchanges with a card, masked, as a value and as text. The package describes the text.
 *
 * @param atr the answer to reset, in hexadecimal
 * @param exchanges in order of time
 */
public record ApduTrace(String atr, List<Exchange> exchanges) {
    private static final String ATR = "atr ";
    private static final String COMMAND = "> ";
    private static final String RESPONSE = "< ";

    public ApduTrace {
        exchanges = List.copyOf(exchanges);
    }

    /** How many commands had that instruction byte. */
    public int count(int instruction) {
        return (int) exchanges.stream()
                .filter(exchange -> exchange.hasInstruction(instruction))
                .count();
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException with the number of the first malformed line
     */
    public static ApduTrace parse(String text) {
        var atr = "";
        var command = "";
        var exchanges = new ArrayList<Exchange>();
        var lines = text.lines().toList();
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i).strip();
            if (line.startsWith(ATR)) {
                atr = digits(line, ATR, i);
            } else if (line.startsWith(COMMAND) && command.isEmpty()) {
                command = digits(line, COMMAND, i);
            } else if (line.startsWith(RESPONSE) && !command.isEmpty()) {
                exchanges.add(new Exchange(command, digits(line, RESPONSE, i)));
                command = "";
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                throw notALine(i);
            }
        }
        if (atr.isEmpty() || !command.isEmpty()) {
            throw notALine(lines.size() - 1);
        }
        return new ApduTrace(atr, exchanges);
    }

    private static String digits(String line, String prefix, int index) {
        var digits = line.substring(prefix.length()).replace(" ", "");
        if (!digits.matches("([0-9A-FX]{2})+")) {
            throw notALine(index);
        }
        return digits;
    }

    private static IllegalArgumentException notALine(int index) {
        return new IllegalArgumentException("line " + (index + 1) + " of the trace is out of place");
    }

    /** The text form. */
    public String toText() {
        return exchanges.stream()
                .map(exchange -> COMMAND + exchange.command() + "\n" + RESPONSE + exchange.response() + "\n")
                .collect(Collectors.joining("", ATR + atr + "\n", ""));
    }
}
