package io.github.pscsdk.plugin.cps.internal.scan;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.plugin.cps.internal.card.AuthenticationCertificate;
import io.github.pscsdk.plugin.cps.internal.card.CardKind;
import io.github.pscsdk.plugin.cps.internal.card.CodeState;
import io.github.pscsdk.plugin.cps.internal.card.CpsCard;
import io.github.pscsdk.plugin.cps.problem.CardProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What keeps one card from logging in at a given time, or is worth saying of it: its code, its certificate, how it is read. */
public final class CardCondition {
    private static final Duration SOON = Duration.ofDays(30);

    private CardCondition() {}

    /** The findings, what blocks first; none where the card is in order. Their facts name nobody. */
    public static List<Diagnostic> of(CpsCard card, Instant now) {
        return Stream.of(
                        code(card.code()),
                        card.certificate().flatMap(certificate -> validity(certificate, now)),
                        contact(card))
                .flatMap(Optional::stream)
                .sorted((one, other) -> other.severity().compareTo(one.severity()))
                .toList();
    }

    private static Optional<Diagnostic> code(CodeState code) {
        return switch (code.lock()) {
            case BLOCKED -> blocking(CardProblem.CARD_BLOCKED);
            case BLOCKED_FOR_GOOD -> blocking(CardProblem.CARD_BLOCKED_FOR_GOOD);
            case OPEN -> code.isLastTry() ? warning(CardProblem.ONE_TRY_LEFT, Map.of()) : Optional.empty();
            case UNKNOWN -> Optional.empty();
        };
    }

    private static Optional<Diagnostic> validity(AuthenticationCertificate certificate, Instant now) {
        if (now.isBefore(certificate.notBefore())) {
            return blocking(CardProblem.CERTIFICATE_NOT_YET_VALID);
        }
        if (!now.isBefore(certificate.notAfter())) {
            return blocking(CardProblem.CERTIFICATE_EXPIRED);
        }
        var rest = Duration.between(now, certificate.notAfter());
        return rest.compareTo(SOON) > 0
                ? Optional.empty()
                : warning(CardProblem.CERTIFICATE_EXPIRES_SOON, Map.of("days", String.valueOf(rest.toDays())));
    }

    private static Optional<Diagnostic> contact(CpsCard card) {
        return card.kind() == CardKind.CPS3_CONTACTLESS ? warning(CardProblem.CONTACTLESS, Map.of()) : Optional.empty();
    }

    private static Optional<Diagnostic> blocking(CardProblem problem) {
        return Optional.of(Diagnostic.of(problem, Severity.BLOCKING));
    }

    private static Optional<Diagnostic> warning(CardProblem problem, Map<String, String> facts) {
        return Optional.of(Diagnostic.of(problem, Severity.WARNING).with(facts));
    }
}
