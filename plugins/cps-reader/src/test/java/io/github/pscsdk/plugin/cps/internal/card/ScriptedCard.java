package io.github.pscsdk.plugin.cps.internal.card;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A card that says to each command what the test wrote down, in hexadecimal digits, and 6D00 to the others. */
public final class ScriptedCard implements CardChannels.Channel {
    private static final HexFormat HEX = HexFormat.of();

    private final Map<String, Deque<String>> script = new HashMap<>();
    private final List<String> heard = new ArrayList<>();

    /** Answers in order; the last one for ever. Spaces do not count. */
    public ScriptedCard on(String command, String... answers) {
        var all = new ArrayDeque<String>();
        for (var answer : answers) {
            all.add(plain(answer));
        }
        script.put(plain(command), all);
        return this;
    }

    @Override
    public byte[] transmit(byte[] command) {
        var said = HEX.formatHex(command);
        heard.add(said);
        var answers = script.getOrDefault(said, new ArrayDeque<>(List.of("6d00")));
        return HEX.parseHex(answers.size() > 1 ? answers.remove() : answers.element());
    }

    /** Every command so far. */
    public List<String> heard() {
        return List.copyOf(heard);
    }

    private static String plain(String hex) {
        return hex.replace(" ", "").toLowerCase(Locale.ROOT);
    }
}
