package io.github.pscsdk.plugin.cps.internal.login;

import io.github.pscsdk.api.CardChoice;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.plugin.cps.internal.card.CpsCard;
import io.github.pscsdk.plugin.cps.internal.scan.SeenCard;
import io.github.pscsdk.plugin.cps.problem.CardProblem;
import java.util.List;

/** Which of several cards. */
final class CardSelection {
    private final LoginRequest request;
    private boolean asked;

    CardSelection(LoginRequest request) {
        this.request = request;
    }

    /** The only card, or the one that the person chooses. */
    CpsCard among(List<SeenCard.Cps> cards) throws PscException, InterruptedException {
        asked = cards.size() > 1;
        if (!asked) {
            return cards.get(0).card();
        }
        var choices = cards.stream().map(CardSelection::choice).toList();
        var chosen = request.dialog().card(choices);
        return chosen.map(choices::indexOf)
                .filter(index -> index >= 0)
                .map(index -> cards.get(index).card())
                .orElseThrow(
                        () -> new PscException(CardProblem.NO_CARD_CHOSEN, choices.size() + " cards, none chosen"));
    }

    private static CardChoice choice(SeenCard.Cps seen) {
        return new CardChoice(seen.reader(), seen.card().holderName());
    }

    /** Whether the last choice was a person's. */
    boolean wasAsked() {
        return asked;
    }
}
