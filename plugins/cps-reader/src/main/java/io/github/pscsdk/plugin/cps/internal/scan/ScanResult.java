package io.github.pscsdk.plugin.cps.internal.scan;

import io.github.pscsdk.plugin.cps.internal.card.CpsCard;
import io.github.pscsdk.plugin.cps.problem.CardProblem;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was in the readers at one time.
 *
 * @param readers how many are plugged in
 * @param cards what is in those that are not empty
 */
public record ScanResult(int readers, List<SeenCard> cards) {
    /** What is in a reader. */
    public sealed interface SeenCard {

        /** The reader's name. */
        String reader();

        /** A card that could log in. */
        record Cps(String reader, CpsCard card) implements SeenCard {}

        /** A card that is none of the family: it stays so until it is taken out. */
        record Foreign(String reader, CardProblem problem) implements SeenCard {}

        /** A card that could not be read this time. */
        record Unread(String reader, CardProblem problem) implements SeenCard {}
    }

    public ScanResult {
        cards = List.copyOf(cards);
    }

    /** The cards that could log in. */
    public List<SeenCard.Cps> cpsCards() {
        return cards.stream()
                .filter(SeenCard.Cps.class::isInstance)
                .map(SeenCard.Cps.class::cast)
                .toList();
    }

    /** Whether a card may turn out to be one that can log in, if it is read again. */
    public boolean isWorthAnotherScan() {
        return cards.stream().anyMatch(SeenCard.Unread.class::isInstance);
    }

    /** What stands in the way, by reader. */
    public Map<String, CardProblem> obstacles() {
        var obstacles = new TreeMap<String, CardProblem>();
        for (var card : cards) {
            if (card instanceof SeenCard.Foreign foreign) {
                obstacles.put(foreign.reader(), foreign.problem());
            } else if (card instanceof SeenCard.Unread unread) {
                obstacles.put(unread.reader(), unread.problem());
            }
        }
        return obstacles;
    }

    /** The facts of an obstacle: which reader, unless its name is empty, and which programs may hold the card. */
    public static Map<String, String> facts(String reader, CardProblem problem) {
        var facts = new TreeMap<String, String>();
        if (!reader.isEmpty()) {
            facts.put("reader", reader);
        }
        if (problem == CardProblem.CARD_IN_USE) {
            // PC/SC does not say who; the system says who is running.
            var running = CardPrograms.running();
            if (!running.isEmpty()) {
                facts.put("programs", String.join(", ", running));
            }
        }
        return facts;
    }

    /** Why no card could log in: the card that is there counts more than the one that is not. */
    public CardProblem whyNoCard() {
        if (readers == 0) {
            return CardProblem.NO_READER;
        }
        var obstacles = obstacles().values();
        var unread = obstacles.stream().filter(problem -> !isForeign(problem)).findFirst();
        return unread.orElse(obstacles.stream().findFirst().orElse(CardProblem.NO_CARD));
    }

    private static boolean isForeign(CardProblem problem) {
        return problem == CardProblem.VITALE_CARD || problem == CardProblem.NOT_A_CPS;
    }
}
