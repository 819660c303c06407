package io.github.pscsdk.plugin.cps.internal.health;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.plugin.cps.internal.pcsc.ReadersException;
import io.github.pscsdk.plugin.cps.internal.reading.Survey;
import io.github.pscsdk.plugin.cps.internal.time.Worker;
import io.github.pscsdk.plugin.cps.problem.CardProblem;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** The whole health check. */
public final class HealthCheck {
    /** Of the three seconds that a plug-in has; the rest is for files. */
    private static final Duration CARD_TIME = Duration.ofMillis(2200);

    private final CardFile cardFile;
    private final Clock clock;
    private final Supplier<Survey> survey;

    /**
     * A check.
     *
     * @param survey called only where the runtime has PC/SC
     */
    public HealthCheck(CardFile cardFile, Clock clock, Supplier<Survey> survey) {
        this.cardFile = cardFile;
        this.clock = clock;
        this.survey = survey;
    }

    /** Looks at everything. */
    public List<Diagnostic> run() throws InterruptedException {
        var findings = new ArrayList<>(RuntimeModule.missing());
        findings.addAll(cardFile.findings());
        if (RuntimeModule.SMARTCARD.isPresent()) {
            findings.addAll(cards());
        }
        findings.addAll(Middleware.ofThisMachine().findings());
        return List.copyOf(findings);
    }

    private List<Diagnostic> cards() throws InterruptedException {
        try (var worker = new Worker("cps-health")) {
            var look = worker.call(
                    ReadersException.class, CARD_TIME, () -> survey.get().look());
            return CardFindings.of(look, clock.instant());
        } catch (ReadersException e) {
            return List.of(new Diagnostic(e.problem(), Severity.BLOCKING, Map.of()));
        } catch (TimeoutException e) {
            return List.of(new Diagnostic(CardProblem.READER_SLOW, Severity.WARNING, Map.of()));
        }
    }
}
