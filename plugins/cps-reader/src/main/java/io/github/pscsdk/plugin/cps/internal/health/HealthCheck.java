package io.github.pscsdk.plugin.cps.internal.health;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.plugin.cps.internal.card.AuthenticationCertificate;
import io.github.pscsdk.plugin.cps.internal.card.CardCatalogue;
import io.github.pscsdk.plugin.cps.internal.card.CardCatalogue.CardKind;
import io.github.pscsdk.plugin.cps.internal.pcsc.DriverThread;
import io.github.pscsdk.plugin.cps.internal.pcsc.PcscUnavailableException;
import io.github.pscsdk.plugin.cps.internal.pcsc.ReaderScan;
import io.github.pscsdk.plugin.cps.internal.pcsc.ReaderScan.Result;
import io.github.pscsdk.plugin.cps.internal.pcsc.ReaderScan.SeenCard;
import io.github.pscsdk.plugin.cps.problem.CardProblem;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Runtime, file of cards, readers and cards, middleware, in that order. Facts name no serial number and no person. */
public final class HealthCheck {
    /** PC/SC in the JDK, as {@code --add-modules} wants it. */
    public static final String PCSC_MODULE = "java.smartcardio";

    /** Of the three seconds that a plug-in has; the rest is for files. */
    private static final Duration CARD_TIME = Duration.ofMillis(2200);

    private final Path cardFile;
    private final Supplier<Instant> now;
    private final Optional<ReaderScan> scan;
    private final UsbReaders usb;
    private final Middleware middleware;
    private final List<Diagnostic> findings = new ArrayList<>();

    /** The vendor's own file need not exist; no scan where the runtime has no PC/SC. */
    public HealthCheck(Path cardFile, Supplier<Instant> now, Optional<ReaderScan> scan) {
        this(cardFile, now, scan, UsbReaders.ofThisMachine(), Middleware.ofThisMachine());
    }

    HealthCheck(
            Path cardFile, Supplier<Instant> now, Optional<ReaderScan> scan, UsbReaders usb, Middleware middleware) {
        this.cardFile = cardFile;
        this.now = now;
        this.scan = scan;
        this.usb = usb;
        this.middleware = middleware;
    }

    public List<Diagnostic> run() throws InterruptedException {
        if (scan.isEmpty()) {
            add(CardProblem.RUNTIME_MODULE_MISSING, Severity.BLOCKING, Map.of("module", PCSC_MODULE));
        }
        var bad = CardCatalogue.with(cardFile).badLines();
        if (!bad.isEmpty()) {
            var facts = Map.of("cards", Middleware.fact(cardFile), "lines", bad.toString());
            add(CardProblem.CARD_FILE_UNREADABLE, Severity.WARNING, facts);
        }
        var found = scan.isPresent() ? scanned(scan.get()) : Optional.<Result>empty();
        found.ifPresent(this::addReaders);
        findings.addAll(middleware.findings(found.stream()
                .flatMap(scanned -> scanned.cpsCards().stream())
                .anyMatch(seen -> seen.card().kind() == CardKind.CPS4)));
        return List.copyOf(findings);
    }

    private void add(CardProblem problem, Severity severity, Map<String, String> facts) {
        findings.add(Diagnostic.of(problem, severity).with(facts));
    }

    /** The cards in the readers; where they cannot be asked, why not is one more finding. */
    private Optional<Result> scanned(ReaderScan readers) throws InterruptedException {
        try (var driver = new DriverThread("cps-health")) {
            return Optional.of(driver.call(CARD_TIME, readers::run));
        } catch (PcscUnavailableException e) {
            add(e.problem(), Severity.BLOCKING, Map.of());
        } catch (TimeoutException e) {
            add(CardProblem.READER_SLOW, Severity.WARNING, Map.of());
        }
        return Optional.empty();
    }

    private void addReaders(Result found) {
        if (found.readers() == 0) {
            var models = usb.models();
            if (models.isEmpty()) {
                add(CardProblem.NO_READER, Severity.BLOCKING, Map.of());
            } else {
                add(CardProblem.READER_WITHOUT_DRIVER, Severity.BLOCKING, Map.of("usb", String.join(", ", models)));
            }
        } else if (found.cards().isEmpty()) {
            // Nothing is wrong: a login waits for the card.
            add(CardProblem.NO_CARD, Severity.INFO, Map.of("readers", String.valueOf(found.readers())));
        }
        found.obstacles().forEach((reader, problem) -> add(problem, Severity.WARNING, Result.facts(reader, problem)));
        found.cpsCards().forEach(this::addCard);
    }

    private void addCard(SeenCard.Cps seen) {
        var time = now.get();
        var card = seen.card();
        var facts = new TreeMap<String, String>();
        facts.put("reader", seen.reader());
        facts.put("card", card.kind().name());
        facts.put("nature", card.nature().name());
        card.code().triesLeft().ifPresent(left -> facts.put("triesLeft", String.valueOf(left)));
        card.certificate()
                .map(AuthenticationCertificate::notAfter)
                .map(end -> Duration.between(time, end).toDays())
                .ifPresent(days -> facts.put("certificateDays", String.valueOf(days)));
        var conditions = card.findings(time);
        conditions.forEach(condition -> findings.add(
                Diagnostic.of(condition.problem(), condition.severity()).with(facts)));
        if (card.nationalId().isEmpty()) {
            add(CardProblem.IDENTITY_NOT_READABLE, Severity.INFO, facts);
        }
        if (conditions.stream().noneMatch(condition -> condition.severity() == Severity.BLOCKING)) {
            add(CardProblem.CARD_READY, Severity.INFO, facts);
        }
    }
}
