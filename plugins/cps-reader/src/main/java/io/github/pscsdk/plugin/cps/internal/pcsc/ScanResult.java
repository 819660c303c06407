package io.github.pscsdk.plugin.cps.internal.pcsc;

import io.github.pscsdk.plugin.cps.internal.card.CardCatalogue;
import io.github.pscsdk.plugin.cps.internal.card.CpsCard;
import io.github.pscsdk.plugin.cps.problem.CardProblem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The number of readers plugged in, and what is in those that are not empty. */
public record ScanResult(int readers, List<SeenCard> cards) {
    /** The content of a reader. */
    public sealed interface SeenCard {

        String reader();

        /** A card that could log in. */
        record Cps(String reader, CpsCard card) implements SeenCard {}

        /** A card that cannot; foreign if it is none of the family, else it could not be read this time. */
        record Obstacle(String reader, CardProblem problem, boolean isForeign) implements SeenCard {}
    }

    public ScanResult {
        cards = List.copyOf(cards);
    }

    public List<SeenCard.Cps> cpsCards() {
        return ofKind(SeenCard.Cps.class).toList();
    }

    private <T extends SeenCard> Stream<T> ofKind(Class<T> kind) {
        return cards.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** Whether a card may turn out to be one that can log in, if it is read again. */
    public boolean isWorthAnotherScan() {
        return ofKind(SeenCard.Obstacle.class).anyMatch(obstacle -> !obstacle.isForeign());
    }

    public Map<String, CardProblem> obstacles() {
        var obstacles = new TreeMap<String, CardProblem>();
        ofKind(SeenCard.Obstacle.class).forEach(one -> obstacles.put(one.reader(), one.problem()));
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
            var running = running();
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
        return obstacles.stream()
                .filter(problem -> problem != CardProblem.VITALE_CARD && problem != CardProblem.NOT_A_CPS)
                .findFirst()
                .or(() -> obstacles.stream().findFirst())
                .orElse(CardProblem.NO_CARD);
    }

    // ---- programs known to take cards for themselves ----------------------------------------------------------------

    private static List<String> running() {
        return knownAmong(ProcessHandle.allProcesses()
                .map(process -> process.info().command())
                .flatMap(Optional::stream)
                .toList());
    }

    static List<String> knownAmong(List<String> commands) {
        var known = CardCatalogue.lines(ScanResult.class, "programs.txt").stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
        return commands.stream()
                .map(command -> command.replaceFirst(".*[/\\\\]", ""))
                .filter(name -> known.contains(name.toLowerCase(Locale.ROOT)))
                .distinct()
                .sorted()
                .toList();
    }
}
