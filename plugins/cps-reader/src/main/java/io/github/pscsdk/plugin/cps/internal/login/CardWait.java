package io.github.pscsdk.plugin.cps.internal.login;

import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.plugin.cps.internal.card.CpsCard;
import io.github.pscsdk.plugin.cps.internal.pcsc.PcscUnavailableException;
import io.github.pscsdk.plugin.cps.internal.pcsc.ReaderChanges;
import io.github.pscsdk.plugin.cps.internal.scan.ReaderScan;
import io.github.pscsdk.plugin.cps.internal.scan.ScanResult;
import io.github.pscsdk.plugin.cps.internal.scan.ScanResult.SeenCard;
import io.github.pscsdk.plugin.cps.internal.time.DriverThread;
import io.github.pscsdk.plugin.cps.internal.time.Pause;
import io.github.pscsdk.plugin.cps.problem.CardProblem;
import io.github.pscsdk.spi.AuthenticationContext;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Waits until there is a card to log in with, and tells the person meanwhile what stands in the way. Neither a missing reader nor a
 * missing service ends the wait, since both can be mended by hand, unless the host named another authenticator to try; then
 * the wait for a card that another program holds ends too.
 */
final class CardWait {
    /** A PC/SC wait ignores interrupt(), hence slices. */
    static final Duration SLICE = Duration.ofMillis(300);

    /** How long another program may hold a card where another authenticator could be tried. */
    static final Duration LONGEST_HELD = Duration.ofSeconds(10);

    /** No card can be read before a person mends this: told to them, and not waited for where another authenticator can be tried. */
    private static final Set<CardProblem> NO_READERS_AT_ALL =
            EnumSet.of(CardProblem.NO_PCSC_SERVICE, CardProblem.NO_READER);

    private final ReaderScan scan;
    private final ReaderChanges changes;
    private final DriverThread driver;
    private final LoginRequest request;
    private final AuthenticationContext context;
    private final Set<Object> told = new HashSet<>();
    private Optional<Instant> heldSince = Optional.empty();

    CardWait(
            ReaderScan scan,
            ReaderChanges changes,
            DriverThread driver,
            LoginRequest request,
            AuthenticationContext context) {
        this.scan = scan;
        this.changes = changes;
        this.driver = driver;
        this.request = request;
        this.context = context;
    }

    /**
     * The cards to log in with, of the named professional where the request names one.
     *
     * @return one or more
     * @throws PscException at the deadline, with what was missing; {@link CardProblem#OTHER_HOLDER} where another's card is the only one
     */
    List<SeenCard.Cps> next() throws PscException, InterruptedException {
        var last = new ScanResult(0, List.of());
        while (true) {
            var problem = CardProblem.NO_READER;
            try {
                var anyway = last.isWorthAnotherScan();
                var scanned = driver.call(PcscUnavailableException.class, () -> scanAfterChange(anyway));
                if (scanned.isPresent()) {
                    last = scanned.get();
                    var cards = eligible(last);
                    if (!cards.isEmpty()) {
                        return cards;
                    }
                    last.obstacles().forEach(this::tell);
                }
                problem = last.whyNoCard();
            } catch (PcscUnavailableException e) {
                problem = e.problem();
                Pause.of(SLICE);
            }
            if (NO_READERS_AT_ALL.contains(problem)) {
                tell("", problem);
            }
            giveUpIfFutile(problem);
        }
    }

    /** In one go: on a busy machine each change of thread costs more than reading the card. */
    private Optional<ScanResult> scanAfterChange(boolean anyway) throws PcscUnavailableException, InterruptedException {
        return changes.await(SLICE) || anyway ? Optional.of(scan.run()) : Optional.empty();
    }

    private List<SeenCard.Cps> eligible(ScanResult found) throws PscException {
        var cards = found.cpsCards();
        if (request.nationalId().isEmpty() || cards.isEmpty()) {
            return cards;
        }
        var wanted = ofPerson(request.nationalId().get(), cards);
        if (wanted.isEmpty() && !found.isWorthAnotherScan()) {
            throw new PscException(CardProblem.OTHER_HOLDER, "no card in the readers is the named professional's");
        }
        return wanted;
    }

    /** The cards that name the person; where none does, those that name nobody. */
    private static List<SeenCard.Cps> ofPerson(NationalId person, List<SeenCard.Cps> cards) {
        var own = cards.stream()
                .filter(seen -> seen.card().nationalId().filter(person::matches).isPresent())
                .toList();
        return !own.isEmpty()
                ? own
                : cards.stream()
                        .filter(seen -> seen.card().nationalId().isEmpty())
                        .toList();
    }

    /** Whether that card is still in a reader. */
    boolean isStillThere(CpsCard card) throws InterruptedException {
        try {
            return driver.call(PcscUnavailableException.class, () -> scan.holds(card.serial()))
                    .orElse(true);
        } catch (PcscUnavailableException e) {
            return false;
        }
    }

    /** Each once. */
    private void tell(String reader, CardProblem problem) {
        if (told.add(Map.entry(reader, problem))) {
            context.notice(new Diagnostic(problem, Severity.WARNING, ScanResult.facts(reader, problem)));
        }
    }

    /**
     * Ends the wait at the deadline, at once where only a restart or other rights would help, and early where another authenticator can be
     * tried: without readers, or when another program holds the card for too long.
     */
    private void giveUpIfFutile(CardProblem problem) throws PscException {
        var isHopeless = problem == CardProblem.RESTART_NEEDED || problem == CardProblem.PCSC_ACCESS_DENIED;
        var now = context.clock().instant();
        var isOver = !now.isBefore(context.deadline());
        var isFutile = NO_READERS_AT_ALL.contains(problem) || isHeldTooLong(problem, now);
        if (isHopeless || isOver || isFutile && context.hasNextWay()) {
            throw new PscException(
                    problem, isOver ? "no card to log in with before the deadline" : "no card can be read");
        }
    }

    private boolean isHeldTooLong(CardProblem problem, Instant now) {
        heldSince = problem == CardProblem.CARD_IN_USE ? heldSince.or(() -> Optional.of(now)) : Optional.empty();
        return heldSince
                .filter(since -> !now.isBefore(since.plus(LONGEST_HELD)))
                .isPresent();
    }
}
