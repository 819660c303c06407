package io.github.pscsdk.plugin.cps.internal.health;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.plugin.cps.internal.card.CardKind;
import io.github.pscsdk.plugin.cps.internal.pcsc.ReadersException;
import io.github.pscsdk.plugin.cps.internal.scan.ReaderScan;
import io.github.pscsdk.plugin.cps.internal.scan.ScanResult;
import io.github.pscsdk.plugin.cps.internal.time.DriverThread;
import io.github.pscsdk.plugin.cps.problem.CardProblem;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** The whole health check. */
public final class HealthCheck {
    /** Of the three seconds that a plug-in has; the rest is for files. */
    private static final Duration CARD_TIME = Duration.ofMillis(2200);

    private final CardFile cardFile;
    private final Clock clock;
    private final Supplier<ReaderScan> survey;
    private final UsbReaders usb;
    private final Middleware middleware;

    /**
     * A check of this machine.
     *
     * @param survey called only where the runtime has PC/SC
     */
    public HealthCheck(CardFile cardFile, Clock clock, Supplier<ReaderScan> survey) {
        this(cardFile, clock, survey, UsbReaders.ofThisMachine(), Middleware.ofThisMachine());
    }

    HealthCheck(CardFile cardFile, Clock clock, Supplier<ReaderScan> survey, UsbReaders usb, Middleware middleware) {
        this.cardFile = cardFile;
        this.clock = clock;
        this.survey = survey;
        this.usb = usb;
        this.middleware = middleware;
    }

    /** Looks at everything. */
    public List<Diagnostic> run() throws InterruptedException {
        var findings = new ArrayList<>(RuntimeModule.missing());
        findings.addAll(cardFile.findings());
        var look = RuntimeModule.SMARTCARD.isPresent() ? look(findings) : Optional.<ScanResult>empty();
        look.ifPresent(seen -> findings.addAll(CardFindings.of(seen, usb, clock.instant())));
        findings.addAll(middleware.findings(look.filter(HealthCheck::hasCps4).isPresent()));
        return List.copyOf(findings);
    }

    /** What is in the readers; where they cannot be asked, why not is one more finding. */
    private Optional<ScanResult> look(List<Diagnostic> findings) throws InterruptedException {
        try (var worker = new DriverThread("cps-health")) {
            return Optional.of(worker.call(
                    ReadersException.class, CARD_TIME, () -> survey.get().look()));
        } catch (ReadersException e) {
            findings.add(new Diagnostic(e.problem(), Severity.BLOCKING, Map.of()));
        } catch (TimeoutException e) {
            findings.add(new Diagnostic(CardProblem.READER_SLOW, Severity.WARNING, Map.of()));
        }
        return Optional.empty();
    }

    private static boolean hasCps4(ScanResult look) {
        return look.cpsCards().stream().anyMatch(seen -> seen.card().kind() == CardKind.CPS4);
    }
}
