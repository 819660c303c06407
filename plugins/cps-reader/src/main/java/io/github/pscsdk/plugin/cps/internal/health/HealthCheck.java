package io.github.pscsdk.plugin.cps.internal.health;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.plugin.cps.internal.card.CardCatalogue;
import io.github.pscsdk.plugin.cps.internal.card.CardKind;
import io.github.pscsdk.plugin.cps.internal.pcsc.PcscUnavailableException;
import io.github.pscsdk.plugin.cps.internal.scan.ReaderScan;
import io.github.pscsdk.plugin.cps.internal.scan.ScanResult;
import io.github.pscsdk.plugin.cps.internal.time.DriverThread;
import io.github.pscsdk.plugin.cps.problem.CardProblem;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Runtime, file of cards, readers and cards, middleware, in that order. */
public final class HealthCheck {
    /** Of the three seconds that a plug-in has; the rest is for files. */
    private static final Duration CARD_TIME = Duration.ofMillis(2200);

    private final Optional<Path> cardFile;
    private final Clock clock;
    private final Supplier<ReaderScan> scan;
    private final UsbReaders usb;
    private final Middleware middleware;

    /**
     * @param cardFile the vendor's own file of cards, which need not exist
     * @param scan called only where the runtime has PC/SC
     */
    public HealthCheck(Optional<Path> cardFile, Clock clock, Supplier<ReaderScan> scan) {
        this(cardFile, clock, scan, UsbReaders.ofThisMachine(), Middleware.ofThisMachine());
    }

    HealthCheck(
            Optional<Path> cardFile, Clock clock, Supplier<ReaderScan> scan, UsbReaders usb, Middleware middleware) {
        this.cardFile = cardFile;
        this.clock = clock;
        this.scan = scan;
        this.usb = usb;
        this.middleware = middleware;
    }

    public List<Diagnostic> run() throws InterruptedException {
        var findings = new ArrayList<>(SmartcardModule.missing());
        findings.addAll(cardFileFindings());
        var found = SmartcardModule.isPresent() ? scan(findings) : Optional.<ScanResult>empty();
        found.ifPresent(seen -> findings.addAll(CardFindings.of(seen, usb, clock.instant())));
        findings.addAll(middleware.findings(found.filter(HealthCheck::hasCps4).isPresent()));
        return List.copyOf(findings);
    }

    private List<Diagnostic> cardFileFindings() {
        var bad = CardCatalogue.with(cardFile).badLines();
        return bad.isEmpty()
                ? List.of()
                : List.of(Diagnostic.of(CardProblem.CARD_FILE_UNREADABLE, Severity.WARNING)
                        .with("cards", cardFile.map(FactPath::of).orElse(""))
                        .with("lines", bad.toString()));
    }

    /** What is in the readers; where they cannot be asked, why not is one more finding. */
    private Optional<ScanResult> scan(List<Diagnostic> findings) throws InterruptedException {
        try (var driver = new DriverThread("cps-health")) {
            return Optional.of(driver.call(
                    PcscUnavailableException.class, CARD_TIME, () -> scan.get().run()));
        } catch (PcscUnavailableException e) {
            findings.add(Diagnostic.of(e.problem(), Severity.BLOCKING));
        } catch (TimeoutException e) {
            findings.add(Diagnostic.of(CardProblem.READER_SLOW, Severity.WARNING));
        }
        return Optional.empty();
    }

    private static boolean hasCps4(ScanResult found) {
        return found.cpsCards().stream().anyMatch(seen -> seen.card().kind() == CardKind.CPS4);
    }
}
