package io.github.pscsdk.plugin.cps.internal.login;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.plugin.cps.internal.pcsc.DriverThread;
import io.github.pscsdk.plugin.cps.internal.pcsc.PcscService.Changes;
import io.github.pscsdk.plugin.cps.internal.pcsc.PcscUnavailableException;
import io.github.pscsdk.plugin.cps.internal.pcsc.ReaderScan;
import io.github.pscsdk.plugin.cps.internal.pcsc.ReaderScan.Result;
import io.github.pscsdk.plugin.cps.internal.pcsc.ReaderScan.SeenCard;
import io.github.pscsdk.plugin.cps.problem.CardProblem;
import io.github.pscsdk.spi.AuthenticationContext;
import io.github.pscsdk.spi.AuthenticationRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Waits for a card to log in with, and tells the person meanwhile what stands in the way: all of which can be mended by
 * hand. Gives up sooner where the host named another authenticator to try.
 */
final class CardWait {
    /** A PC/SC wait ignores interrupt(), hence slices. */
    static final Duration SLICE = Duration.ofMillis(300);

    /** How long another program may hold a card where another authenticator could be tried. */
    static final Duration LONGEST_HELD = Duration.ofSeconds(10);

    /**
     * No card can be read before a person mends this: told to them, and not waited for where another authenticator can
     * be tried.
     */
    private static final Set<CardProblem> NO_READERS_AT_ALL =
            EnumSet.of(CardProblem.NO_PCSC_SERVICE, CardProblem.NO_READER);

    private final ReaderScan scan;
    private final Changes changes;
    private final DriverThread driver;
    private final AuthenticationRequest request;
    private final AuthenticationContext context;
    private final Set<Object> told = new HashSet<>();
    private Optional<Instant> heldSince = Optional.empty();
    private Result last = new Result(0, List.of());
    private CardProblem problem = CardProblem.NO_READER;
    /** The obstacle when a card was last seen. */
    private Optional<CardProblem> trouble = Optional.empty();
    /** Written by the driver's thread: whether it is at the cards, and not only waiting for a change. */
    private volatile boolean reading;

    CardWait(ReaderScan scan, DriverThread driver, AuthenticationRequest request, AuthenticationContext context) {
        this.scan = scan;
        this.changes = scan.changes();
        this.driver = driver;
        this.request = request;
        this.context = context;
    }

    /**
     * One or more cards to log in with, of the named professional where the request names one.
     *
     * @throws PscException at the deadline, with what was missing; {@link CardProblem#OTHER_HOLDER} where another's
     *     card is the only one
     */
    List<SeenCard.Cps> next() throws PscException, InterruptedException {
        last = new Result(0, List.of());
        problem = CardProblem.NO_READER;
        trouble = Optional.empty();
        while (true) {
            try {
                var cards = look();
                if (!cards.isEmpty()) {
                    return cards;
                }
            } catch (InterruptedException e) {
                // So the engine ends what is still busy at the deadline; a card that is being read then is too slow.
                giveUpIfOver(reading ? trouble.orElse(CardProblem.READER_SLOW) : cause());
                throw e;
            }
            if (NO_READERS_AT_ALL.contains(problem)) {
                tell("", problem);
            }
            giveUpIfFutile();
        }
    }

    /** Waits for a change for a slice of time, and looks at the cards after one. */
    private List<SeenCard.Cps> look() throws PscException, InterruptedException {
        try {
            var anyway = last.isWorthAnotherScan();
            var scanned = driver.call(() -> scanAfterChange(anyway));
            if (scanned.isPresent()) {
                last = scanned.get();
                var cards = eligible(last);
                if (!cards.isEmpty()) {
                    return cards;
                }
            }
            note(last.whyNoCard());
            if (!last.obstacles().isEmpty()) {
                trouble = Optional.of(problem);
            }
            last.obstacles().forEach(this::tell);
        } catch (PcscUnavailableException e) {
            note(e.problem());
            DriverThread.pause(SLICE);
        }
        return List.of();
    }

    /** Before anybody is told: the time for which a card is held has begun then. */
    private void note(CardProblem found) {
        problem = found;
        heldSince = found == CardProblem.CARD_IN_USE
                ? heldSince.or(() -> Optional.of(context.clock().instant()))
                : Optional.empty();
    }

    /** In one go: on a busy machine each change of thread costs more than reading the card. */
    private Optional<Result> scanAfterChange(boolean anyway) throws PcscUnavailableException, InterruptedException {
        if (!changes.await(SLICE) && !anyway) {
            return Optional.empty();
        }
        reading = true;
        try {
            return Optional.of(scan.run());
        } finally {
            reading = false;
        }
    }

    /** A card that made trouble and was taken out says more than the empty reader that it left. */
    private CardProblem cause() {
        return problem == CardProblem.NO_CARD ? trouble.orElse(problem) : problem;
    }

    private List<SeenCard.Cps> eligible(Result found) throws PscException {
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

    boolean isStillThere(SeenCard.Cps seen) throws InterruptedException {
        try {
            var place = driver.call(() -> scan.find(seen.card().serial(), seen.reader()));
            return place.reader().isPresent() || !place.isCertain();
        } catch (PcscUnavailableException e) {
            return false;
        }
    }

    private void tell(String reader, CardProblem problem) {
        if (told.add(Map.entry(reader, problem))) {
            context.notice(Diagnostic.of(problem, Severity.WARNING).with(Result.facts(reader, problem)));
        }
    }

    /** Ends the wait at the deadline, and early where only a restart helps or another way can be tried. */
    private void giveUpIfFutile() throws PscException {
        var isHopeless = problem == CardProblem.RESTART_NEEDED || problem == CardProblem.PCSC_ACCESS_DENIED;
        var isFutile = NO_READERS_AT_ALL.contains(problem) || isHeldTooLong();
        if (isHopeless || isFutile && !context.isLastWay()) {
            throw new PscException(problem, "no card can be read");
        }
        giveUpIfOver(cause());
    }

    /** Without the interrupt as its cause, which would make it a cancelled login. */
    private void giveUpIfOver(CardProblem cause) throws PscException {
        if (!context.clock().instant().isBefore(context.deadline())) {
            throw new PscException(cause, "no card to log in with before the deadline");
        }
    }

    private boolean isHeldTooLong() {
        return heldSince
                .filter(since -> !context.clock().instant().isBefore(since.plus(LONGEST_HELD)))
                .isPresent();
    }
}
