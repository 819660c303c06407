package io.github.pscsdk.plugin.cps.internal.scan;

import io.github.pscsdk.plugin.cps.problem.CardProblem;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that one look at the readers showed.
 *
 * @param readers how many are plugged in
 * @param cards what is in those that are not empty
 */
public record ScanResult(int readers, List<SeenCard> cards) {
    /** Copies. */
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
    public boolean isWorthAnotherLook() {
        return cards.stream().anyMatch(SeenCard.Trouble.class::isInstance);
    }

    /** What stands in the way, by reader. */
    public Map<String, CardProblem> obstacles() {
        var obstacles = new TreeMap<String, CardProblem>();
        for (var card : cards) {
            if (card instanceof SeenCard.Foreign foreign) {
                obstacles.put(foreign.reader(), foreign.problem());
            } else if (card instanceof SeenCard.Trouble trouble) {
                obstacles.put(trouble.reader(), trouble.problem());
            }
        }
        return obstacles;
    }

    /** What to say of a workstation where no card could log in: the card that is there counts more than the one that is not. */
    public CardProblem shortcoming() {
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
