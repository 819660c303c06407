package io.github.pscsdk.plugin.cps.internal.login;

import io.github.pscsdk.api.Environment;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.plugin.cps.internal.card.CardNature;
import io.github.pscsdk.plugin.cps.internal.card.CpsCard;
import io.github.pscsdk.plugin.cps.internal.scan.CardCondition;
import io.github.pscsdk.plugin.cps.problem.CardProblem;
import io.github.pscsdk.spi.AuthenticationContext;
import java.util.Optional;

/**
 * Refuses a card that cannot succeed, before anybody is asked for a code; says whose it is, and what else is worth knowing.
 */
final class CardChecks {
    private final AuthenticationContext context;

    CardChecks(AuthenticationContext context) {
        this.context = context;
    }

    void check(CpsCard card) throws PscException, InterruptedException {
        var misplaced = misplaced(card);
        if (misplaced.isPresent()) {
            throw new PscException(misplaced.get(), "card and environment do not go together");
        }
        // From here on it is a professional's of this environment: if it fails, its holder may log in by another way.
        card.nationalId().ifPresent(context::holder);
        for (Diagnostic finding : CardCondition.of(card, context.clock().instant())) {
            if (finding.severity() == Severity.BLOCKING) {
                throw new PscException((CardProblem) finding.problem(), "the card in the reader cannot log in");
            }
            context.notice(finding);
        }
    }

    private Optional<CardProblem> misplaced(CpsCard card) throws PscException, InterruptedException {
        if (card.nature() == CardNature.UNKNOWN) {
            return Optional.empty();
        }
        var environment = context.environment();
        if (card.nature() == CardNature.TEST) {
            return environment == Environment.PRODUCTION
                    ? Optional.of(CardProblem.TEST_CARD_IN_PRODUCTION)
                    : Optional.empty();
        }
        // Nothing is known of an environment that an operator described.
        return environment == Environment.SANDBOX || environment == Environment.SIMULATOR
                ? Optional.of(CardProblem.PRODUCTION_CARD_IN_TEST)
                : Optional.empty();
    }
}
