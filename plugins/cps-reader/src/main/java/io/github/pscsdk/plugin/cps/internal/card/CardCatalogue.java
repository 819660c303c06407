package io.github.pscsdk.plugin.cps.internal.card;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which kind of card an answer to reset (ATR, ISO/IEC 7816-3) belongs to: lines of data, the first one that matches
 * counts. Immutable.
 */
public final class CardCatalogue {
    private static final Logger LOG = LoggerFactory.getLogger(CardCatalogue.class);

    /** The kind of a card by its answer to reset. */
    public enum CardKind {
        CPS3,
        /** CPS3 on a contactless reader: there is no code in that mode. */
        CPS3_CONTACTLESS,
        CPS4,
        /** A card of the family that does not say its generation. */
        CPS,
        VITALE,
        OTHER
    }

    private final List<Rule> rules;
    private final List<Integer> badLines;

    private CardCatalogue(List<Rule> rules, List<Integer> badLines) {
        this.rules = rules;
        this.badLines = badLines;
    }

    /** The cards known today, after those of the vendor's own file, which need not exist and is read anew. */
    public static CardCatalogue with(Path own) {
        if (Files.isReadable(own)) {
            try (var lines = Files.lines(own)) {
                return after(lines);
            } catch (IOException | UncheckedIOException e) {
                LOG.warn("the file of cards {} cannot be read", own, e);
            }
        }
        return after(Stream.empty());
    }

    /** The cards known today, {@code cards.txt} beside this class, after those of a vendor's own lines. */
    static CardCatalogue after(Stream<String> own) {
        var rules = new ArrayList<Rule>();
        var badLines = read(own.toList(), rules);
        read(lines(CardCatalogue.class, "cards.txt"), rules);
        return new CardCatalogue(List.copyOf(rules), badLines);
    }

    /** The lines of a file of data beside that class, without empty ones and comments. */
    public static List<String> lines(Class<?> beside, String file) {
        try (var in = beside.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + " of this archive", e);
        }
    }

    /**
     * Reads lines; empty ones and what follows a {@code #} say nothing. The numbers of those that are no rule are
     * returned.
     */
    private static List<Integer> read(List<String> lines, List<Rule> rules) {
        var bad = new ArrayList<Integer>();
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i).replaceFirst("#.*", "").strip();
            try {
                if (!line.isEmpty()) {
                    rules.add(Rule.parse(line));
                }
            } catch (IllegalArgumentException e) {
                bad.add(i + 1);
            }
        }
        return List.copyOf(bad);
    }

    /** The numbers of the vendor's lines that were left out, from 1. */
    public List<Integer> badLines() {
        return badLines;
    }

    /** @param atr the answer to reset, as the reader gives it */
    public CardKind kindOf(byte[] atr) {
        return rules.stream()
                .filter(rule -> rule.matches(atr))
                .map(Rule::kind)
                .findFirst()
                .orElse(CardKind.OTHER);
    }

    /**
     * One line, such as {@code CPS3 historical 00 12 25 00 64 80 00 03} or {@code CPS atr 3B 00 … mask FF 00 …}. The
     * whole answer to reset must match an {@code atr} line; the historical bytes need only begin like a {@code
     * historical} one.
     */
    private record Rule(CardKind kind, boolean historical, byte[] value, byte[] mask) {
        private static final int MORE_INTERFACE_BYTES = 0x80;

        static Rule parse(String line) {
            var words = line.split("\\s+", 3);
            if (words.length < 3 || !Set.of("historical", "atr").contains(words[1])) {
                throw new IllegalArgumentException("a rule has a kind, a place and bytes");
            }
            var halves = words[2].split("mask", 2);
            var value = bytes(halves[0]);
            var mask = halves.length == 2 ? bytes(halves[1]) : bytes("FF".repeat(value.length));
            if (value.length == 0 || mask.length != value.length) {
                throw new IllegalArgumentException("bytes and mask differ in length");
            }
            var kind = CardKind.valueOf(words[0].toUpperCase(Locale.ROOT));
            return new Rule(kind, words[1].equals("historical"), value, mask);
        }

        private static byte[] bytes(String hex) {
            return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
        }

        boolean matches(byte[] atr) {
            var seen = historical ? historicalBytes(atr) : atr;
            if (historical ? seen.length < value.length : seen.length != value.length) {
                return false;
            }
            for (var i = 0; i < value.length; i++) {
                if ((seen[i] & mask[i]) != (value[i] & mask[i])) {
                    return false;
                }
            }
            return true;
        }

        /** As many as there are where the answer is cut off (ISO/IEC 7816-3, 8.2). */
        private static byte[] historicalBytes(byte[] atr) {
            if (atr.length < 2) {
                return new byte[0];
            }
            var at = 2;
            var announced = atr[1] & 0xF0;
            while (announced != 0) {
                var last = at + Integer.bitCount(announced) - 1;
                var more = (announced & MORE_INTERFACE_BYTES) != 0 && last < atr.length;
                announced = more ? atr[last] & 0xF0 : 0;
                at = last + 1;
            }
            var start = Math.min(at, atr.length);
            return Arrays.copyOfRange(atr, start, Math.min(atr.length, start + (atr[1] & 0xF)));
        }
    }
}
