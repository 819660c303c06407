package io.github.pscsdk.plugin.cps.internal.scan;

import io.github.pscsdk.plugin.cps.internal.card.CpsCard;
import io.github.pscsdk.plugin.cps.problem.CardProblem;

/** What is in a reader. */
public sealed interface SeenCard {

    /** The reader's name. */
    String reader();

    /** A card that could log in. */
    record Cps(String reader, CpsCard card) implements SeenCard {}

    /** A card that is none of ours: it stays so until it is taken out. */
    record Foreign(String reader, CardProblem problem) implements SeenCard {}

    /** A card that could not be read this time. */
    record Trouble(String reader, CardProblem problem) implements SeenCard {}
}
