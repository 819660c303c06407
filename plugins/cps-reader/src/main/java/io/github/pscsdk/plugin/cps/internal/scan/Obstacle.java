package io.github.pscsdk.plugin.cps.internal.scan;

import io.github.pscsdk.plugin.cps.problem.CardProblem;
import java.util.Map;
import java.util.TreeMap;

/** What a support desk needs to know of something in a reader that stands in the way. */
public final class Obstacle {
    private Obstacle() {}

    /** The facts: which reader, if it is one reader's matter, and which programs may hold the card. */
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
}
