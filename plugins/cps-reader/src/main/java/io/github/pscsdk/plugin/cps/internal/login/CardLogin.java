package io.github.pscsdk.plugin.cps.internal.login;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.api.dialog.CardChoice;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.plugin.cps.internal.card.AuthenticationCertificate.Nature;
import io.github.pscsdk.plugin.cps.internal.card.CodeState;
import io.github.pscsdk.plugin.cps.internal.card.CpsCard;
import io.github.pscsdk.plugin.cps.internal.card.SerialNumber;
import io.github.pscsdk.plugin.cps.internal.pcsc.DriverThread;
import io.github.pscsdk.plugin.cps.internal.pcsc.PcscService.Changes;
import io.github.pscsdk.plugin.cps.internal.pcsc.PcscUnavailableException;
import io.github.pscsdk.plugin.cps.internal.pcsc.ReaderScan;
import io.github.pscsdk.plugin.cps.internal.pcsc.ReaderScan.Place;
import io.github.pscsdk.plugin.cps.internal.pcsc.ReaderScan.SeenCard;
import io.github.pscsdk.plugin.cps.problem.CardProblem;
import io.github.pscsdk.spi.AuthenticationContext;
import io.github.pscsdk.spi.AuthenticationRequest;
import io.github.pscsdk.spi.DeviceWatch;
import io.github.pscsdk.spi.Grant;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** One login by card. For one thread, once. */
public final class CardLogin {
    /** For reading the cards again where nobody logged in: nobody waits long for what only explains a failure. */
    private static final Duration LAST_LOOK = Duration.ofSeconds(3);

    /** The same once the engine has interrupted: the rest of its second, most of which telling the server may take. */
    private static final Duration LAST_GLANCE = Duration.ofMillis(150);

    private final ReaderScan scan;
    private final Map<String, NationalId> knownHolders;
    private final WayIn usualWay;
    private final AuthenticationRequest request;
    private final AuthenticationContext context;
    /** Whether the person was asked something about the card at hand. */
    private boolean asked;

    /**
     * @param knownHolders by the card's {@linkplain io.github.pscsdk.plugin.cps.internal.card.SerialNumber#hostKey
     *     key}, on any thread
     */
    public CardLogin(
            ReaderScan scan,
            Map<String, NationalId> knownHolders,
            WayIn usualWay,
            AuthenticationRequest request,
            AuthenticationContext context) {
        this.scan = scan;
        this.knownHolders = knownHolders;
        this.usualWay = usualWay;
        this.request = request;
        this.context = context;
    }

    /** Waits for a card that is read, checks it, finds out whose it is, and has its holder asked. */
    public Grant run() throws PscException, InterruptedException {
        context.waitingForDevice();
        try (var driver = new DriverThread("cps-login")) {
            var wait = new CardWait(scan, driver, request, context);
            while (true) {
                asked = false;
                var seen = choose(wait.next());
                var card = seen.card();
                check(card);
                var holder = holder(card);
                if (card.nature() == Nature.UNKNOWN && holder.nationalId.isTestIdentity()) {
                    // A card that keeps its certificates behind its code is of who says to be its holder.
                    checkPlace(Nature.TEST);
                }
                // A person who was asked took time: the card may be another one by now.
                if (!asked || wait.isStillThere(seen)) {
                    // No card is connected any more: CPS-Gestion or the browser needs it for the code.
                    return ask(seen, holder, driver);
                }
            }
        }
    }

    // ---- which of several cards ----------------------------------------------------------------------------------

    /** The only card, or the one that the person chooses. */
    private SeenCard.Cps choose(List<SeenCard.Cps> cards) throws PscException, InterruptedException {
        if (cards.size() == 1) {
            return cards.get(0);
        }
        asked = true;
        var choices = cards.stream().map(seen -> choice(seen)).toList();
        return context.dialog()
                .card(choices)
                .map(choices::indexOf)
                .filter(index -> index >= 0)
                .map(cards::get)
                .orElseThrow(
                        () -> new PscException(CardProblem.NO_CARD_CHOSEN, choices.size() + " cards, none chosen"));
    }

    private static CardChoice choice(SeenCard.Cps seen) {
        var choice = CardChoice.of(seen.reader());
        return seen.card().holderName().map(choice::withHolder).orElse(choice);
    }

    // ---- whether it can log in -----------------------------------------------------------------------------------

    /**
     * Refuses a card that cannot succeed, before anybody is asked for a code; says whose it is, and what else is worth
     * knowing.
     */
    private void check(CpsCard card) throws PscException, InterruptedException {
        checkPlace(card.nature());
        // From here on it is a professional's of this environment: if it fails, its holder may log in by another way.
        card.nationalId().ifPresent(context::holder);
        for (var finding : card.findings(context.clock().instant())) {
            if (finding.severity() == Severity.BLOCKING) {
                throw new PscException(finding.problem(), "the card in the reader cannot log in");
            }
            context.notice(finding);
        }
    }

    private void checkPlace(Nature nature) throws PscException, InterruptedException {
        if (nature == Nature.UNKNOWN) {
            return;
        }
        var misplaced = switch (context.environment()) {
            case PRODUCTION -> nature == Nature.TEST;
            case SANDBOX, SIMULATOR -> nature == Nature.PRODUCTION;
            // Nothing is known of an environment that an operator described.
            default -> false;
        };
        if (misplaced) {
            var isTest = nature == Nature.TEST;
            throw new PscException(
                    isTest ? CardProblem.TEST_CARD_IN_PRODUCTION : CardProblem.PRODUCTION_CARD_IN_TEST,
                    "card and environment do not go together");
        }
    }

    // ---- whose it is ---------------------------------------------------------------------------------------------

    /** Whom to ask for, and how to remember that person as the card's holder once a login proved it right. */
    private record Holder(NationalId nationalId, Runnable remember) {
        @Override
        public String toString() {
            return "Holder[…]";
        }
    }

    /** The card says so, or the request, or it was said before, or the person is asked. */
    private Holder holder(CpsCard card) throws PscException, InterruptedException {
        var told = card.nationalId().or(request::nationalId);
        if (told.isPresent()) {
            return new Holder(told.get(), () -> {});
        }
        var key = card.serial().hostKey();
        var known = knownHolders.get(key);
        if (known != null) {
            return new Holder(known, () -> {});
        }
        asked = true;
        var answer = context.dialog()
                .holderOf(key)
                .orElseThrow(() -> new PscException(
                        card.certificateFailed() ? CardProblem.CARD_UNREADABLE : LoginProblem.NATIONAL_ID_MISSING,
                        "the card does not say whose it is, and nobody answered"));
        return new Holder(
                answer.nationalId(), answer.remember() ? () -> knownHolders.put(key, answer.nationalId()) : () -> {});
    }

    // ---- asking the holder ---------------------------------------------------------------------------------------

    private Grant ask(SeenCard.Cps seen, Holder holder, DriverThread driver) throws PscException, InterruptedException {
        try {
            return ask(seen, holder);
        } catch (PscException e) {
            var why = whyNobodyLoggedIn(e.problem(), seen.card(), holder, driver, LAST_LOOK);
            throw why.isPresent() ? new PscException(why.get(), "the login by card was not confirmed", e) : e;
        } catch (InterruptedException e) {
            if (!context.clock().instant().isBefore(context.deadline())) {
                var why = whyNobodyLoggedIn(LoginProblem.NO_ANSWER_IN_TIME, seen.card(), holder, driver, LAST_GLANCE);
                if (why.isPresent()) {
                    // Without the interrupt as its cause, which would make it a cancelled login.
                    throw new PscException(why.get(), "the login by card was not confirmed in time");
                }
            }
            throw e;
        }
    }

    private Grant ask(SeenCard.Cps seen, Holder holder) throws PscException, InterruptedException {
        var follower = new CardWatch(scan, seen);
        if (request.wayIn().orElse(usualWay) == WayIn.BROWSER) {
            // In a browser somebody else may log in, which the engine notices: there is a session only if nobody did.
            context.watch(presence -> {
                holder.remember.run();
                follower.follow(presence);
            });
            return context.browser(holder.nationalId);
        }
        context.watch(follower);
        var grant = context.backchannel(BackchannelRequest.onCard(holder.nationalId));
        holder.remember.run();
        return grant;
    }

    // ---- when nobody logged in -----------------------------------------------------------------------------------

    /** The part of the cards in a refusal or a silence; they are read again, which takes no code. */
    private Optional<CardProblem> whyNobodyLoggedIn(
            Problem end, CpsCard card, Holder holder, DriverThread driver, Duration limit) throws InterruptedException {
        var isRefused = end == LoginProblem.REFUSED;
        if (!isRefused && end != LoginProblem.NO_ANSWER_IN_TIME) {
            return Optional.empty();
        }
        try {
            var found = driver.call(limit, scan::run);
            var same = found.cpsCards().stream()
                    .map(SeenCard.Cps::card)
                    .filter(seen -> seen.serial().equals(card.serial()))
                    .findFirst();
            if (same.isPresent()) {
                return code(same.get().code(), isRefused);
            }
            var others = found.cpsCards();
            if (!others.isEmpty()) {
                var isOwn = others.stream()
                        .flatMap(seen -> seen.card().nationalId().stream())
                        .anyMatch(holder.nationalId::matches);
                return isOwn ? Optional.empty() : Optional.of(CardProblem.OTHER_HOLDER);
            }
            // A person who refuses may take the card out; one who takes it out instead of answering gives no answer.
            return isRefused ? Optional.empty() : absent(found.whyNoCard());
        } catch (PcscUnavailableException e) {
            return isRefused ? Optional.empty() : Optional.of(e.problem());
        } catch (TimeoutException e) {
            return Optional.empty();
        }
    }

    /** With all three tries left no code was wrong: then it is a refusal like any other. */
    private static Optional<CardProblem> code(CodeState code, boolean isRefused) {
        var triesLeft = isRefused ? code.triesLeft().orElse(0) : 0;
        return switch (code.lock()) {
            case BLOCKED -> Optional.of(CardProblem.CARD_BLOCKED);
            case BLOCKED_FOR_GOOD -> Optional.of(CardProblem.CARD_BLOCKED_FOR_GOOD);
            case OPEN, UNKNOWN ->
                switch (triesLeft) {
                    case 1 -> Optional.of(CardProblem.REFUSED_ONE_TRY_LEFT);
                    case 2 -> Optional.of(CardProblem.REFUSED_TWO_TRIES_LEFT);
                    default -> Optional.empty();
                };
        };
    }

    private static Optional<CardProblem> absent(CardProblem why) {
        return switch (why) {
            case NO_CARD -> Optional.of(CardProblem.REMOVED_UNCONFIRMED);
            // By CPS-Gestion, say, which waits for the code.
            case CARD_IN_USE -> Optional.empty();
            default -> Optional.of(why);
        };
    }

    /** Follows one card by its serial number, read only after a change: other programs work with it. */
    private static final class CardWatch implements DeviceWatch {
        /** More than a usual read takes. Where a reader is held or hangs, the card is not there. */
        private static final Duration LONGEST_LOOK = Duration.ofSeconds(3);

        private final ReaderScan scan;
        private final SerialNumber serial;
        /** Where the card was last. */
        private String reader;

        private boolean isThere = true;

        CardWatch(ReaderScan scan, SeenCard.Cps seen) {
            this.scan = scan;
            serial = seen.card().serial();
            reader = seen.reader();
        }

        @Override
        public void follow(Consumer<Boolean> presence) throws InterruptedException {
            try (var driver = new DriverThread("cps-watch")) {
                var changes = scan.changes();
                var isCertain = false;
                while (true) {
                    if (Thread.interrupted()) {
                        throw new InterruptedException("the session is over");
                    }
                    isCertain = report(driver, changes, presence, isCertain);
                }
            }
        }

        /** Reports what there is to report; says whether that was certain. */
        private boolean report(DriverThread driver, Changes changes, Consumer<Boolean> presence, boolean wasCertain)
                throws InterruptedException {
            try {
                var changed = driver.call(LONGEST_LOOK, () -> changes.await(CardWait.SLICE));
                if (!changed && wasCertain) {
                    return true;
                }
                // Before another reader is touched, which may block.
                var isPulled = isThere && !driver.call(LONGEST_LOOK, () -> scan.hasCard(reader));
                if (isPulled) {
                    tell(presence, false);
                }
                var place = look();
                reader = place.reader().orElse(reader);
                if (!isPulled || place.reader().isPresent()) {
                    tell(presence, place.reader().isPresent());
                }
                return place.isCertain();
            } catch (PcscUnavailableException e) {
                // No service, no card: but a service that comes back brings the card with it.
                tell(presence, false);
                DriverThread.pause(CardWait.SLICE);
                return false;
            } catch (TimeoutException e) {
                tell(presence, false);
                return false;
            }
        }

        /** On a thread of its own: changes are noticed even if it stays blocked. */
        private Place look() throws PcscUnavailableException, InterruptedException, TimeoutException {
            try (var driver = new DriverThread("cps-look")) {
                return driver.call(LONGEST_LOOK, () -> scan.find(serial, reader));
            }
        }

        private void tell(Consumer<Boolean> presence, boolean now) {
            isThere = now;
            presence.accept(now);
        }
    }
}
