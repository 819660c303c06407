package io.github.pscsdk.plugin.cps.internal.card;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Which card an answer to reset belongs to: lines of data, the first one that matches counts. Immutable. */
public final class CardCatalogue {
    private final List<AtrRule> rules;
    private final List<Integer> badLines;

    private CardCatalogue(List<AtrRule> rules, List<Integer> badLines) {
        this.rules = rules;
        this.badLines = badLines;
    }

    /** The cards known today, {@code cards.txt} beside this class. */
    public static CardCatalogue builtIn() {
        try (InputStream in = CardCatalogue.class.getResourceAsStream("cards.txt")) {
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the cards of this archive", e);
        }
    }

    /** Reads lines; empty ones and what follows a {@code #} say nothing. A line that is no rule is left out and remembered. */
    public static CardCatalogue of(Stream<String> lines) {
        var rules = new ArrayList<AtrRule>();
        var bad = new ArrayList<Integer>();
        var number = 0;
        for (var line : lines.toList()) {
            number++;
            var rule = line.replaceFirst("#.*", "").strip();
            try {
                if (!rule.isEmpty()) {
                    rules.add(AtrRule.parse(rule));
                }
            } catch (IllegalArgumentException e) {
                bad.add(number);
            }
        }
        return new CardCatalogue(List.copyOf(rules), List.copyOf(bad));
    }

    /** This catalogue, after a vendor's own, whose lines count first. */
    public CardCatalogue after(CardCatalogue own) {
        return new CardCatalogue(
                Stream.concat(own.rules.stream(), rules.stream()).toList(), own.badLines);
    }

    /** The numbers of the lines that were left out, from 1. */
    public List<Integer> badLines() {
        return badLines;
    }

    /** Which card that is. */
    public CardKind kindOf(Atr atr) {
        return rules.stream()
                .filter(rule -> rule.matches(atr))
                .map(AtrRule::kind)
                .findFirst()
                .orElse(CardKind.OTHER);
    }
}
