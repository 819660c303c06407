package io.github.pscsdk.example.declaration.lifecycle;

import io.github.pscsdk.example.declaration.Caller;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.json.DeclarationDocument;
import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException.Refusal;
import io.github.pscsdk.example.declaration.lifecycle.Version.Proof;
import io.github.pscsdk.example.declaration.lifecycle.Version.State;
import io.github.pscsdk.example.declaration.lifecycle.Version.WithdrawalReason;
import io.github.pscsdk.example.declaration.rules.DeclarationCheck;
import io.github.pscsdk.example.declaration.rules.DeclarationCheck.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The events in the life of a declaration. Each takes a dossier and gives the next; a refused one throws {@link
 * EventRefusedException} and changes nothing. A day begins at midnight in Paris.
 */
public final class LifeCycle {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    /** From then on one is asked whether it is still valid. Our own choice, like the next: no source names a delay. */
    private static final Period ASKED_AFTER = Period.ofDays(30);
    /** From then on it is to be checked. */
    private static final Period CHECKED_AFTER = Period.ofDays(45);

    private final DeclarationCheck check;
    private final Clock clock;

    public LifeCycle(DeclarationCheck check, Clock clock) {
        this.check = check;
        this.clock = clock;
    }

    /**
     * Begins a draft.
     *
     * @throws EventRefusedException {@link Refusal#NOT_ELIGIBLE}
     */
    public Dossier create(Declaration content, Caller caller) throws EventRefusedException {
        var rights = check.eligibility().rights(caller);
        if (rights.kinds().isEmpty()) {
            var why = rights.refusal().orElseGet(Refusal.NOT_ELIGIBLE::text);
            throw new EventRefusedException(Refusal.NOT_ELIGIBLE, why, List.of());
        }
        return new Dossier(caller.key(), List.of(Version.draft(1, content, now())));
    }

    /**
     * Writes on: in the draft, or in a new one where the latest version was handed over.
     *
     * @throws EventRefusedException {@link Refusal#SOMEBODY_ELSES}, {@link Refusal#WITHDRAWN}, {@link
     *     Refusal#OTHER_PLACE} once a version was handed over
     */
    public Dossier edit(Dossier dossier, Declaration content, Caller caller) throws EventRefusedException {
        mayAct(dossier, caller);
        var published = dossier.published();
        if (published.isPresent() && !published.get().content().place().isSameAs(content.place())) {
            throw new EventRefusedException(Refusal.OTHER_PLACE);
        }
        var number = dossier.latest().isShown()
                ? dossier.nextNumber()
                : dossier.latest().number();
        return dossier.with(Version.draft(number, content, now()));
    }

    /**
     * Hands a draft over, in its canonical spelling and with a proof. From now on the public sees this one.
     *
     * @throws EventRefusedException {@link Refusal#HAS_ERRORS}, {@link Refusal#WRONG_STATE}, {@link
     *     Refusal#SOMEBODY_ELSES}, {@link Refusal#WITHDRAWN}
     */
    public Dossier handOver(Dossier dossier, Caller caller) throws EventRefusedException {
        return handOver(dossier, check.check(dossier.latest().content(), caller), caller);
    }

    /** The same by the outcome of a check of its latest version, which need not be done twice. */
    public Dossier handOver(Dossier dossier, Outcome outcome, Caller caller) throws EventRefusedException {
        mayAct(dossier, caller);
        need(dossier.state() == State.DRAFT, Refusal.WRONG_STATE);
        if (outcome.normalised().isEmpty()) {
            throw new EventRefusedException(Refusal.HAS_ERRORS, Refusal.HAS_ERRORS.text(), outcome.findings());
        }
        var normalised = outcome.normalised().get();
        var proof = new Proof(now(), Proof.hash(normalised), caller.key());
        return dossier.with(dossier.latest().handedOver(normalised, proof));
    }

    /** Whether the professional is to be asked if what the public sees is still valid. */
    public boolean asksForConfirmation(Dossier dossier) {
        return dossier.published()
                .filter(version -> version.state() == State.TO_CHECK || isOlderThan(version, ASKED_AFTER))
                .isPresent();
    }

    /**
     * Says that what the public sees is still valid.
     *
     * @throws EventRefusedException {@link Refusal#CLOSED_ALREADY}, {@link Refusal#WRONG_STATE} if nothing is shown,
     *     {@link Refusal#SOMEBODY_ELSES}, {@link Refusal#WITHDRAWN}
     */
    public Dossier confirm(Dossier dossier, Caller caller) throws EventRefusedException {
        mayAct(dossier, caller);
        var published = dossier.published();
        need(published.isPresent(), Refusal.WRONG_STATE);
        need(!isClosed(published.get()), Refusal.CLOSED_ALREADY);
        return dossier.with(published.get().confirmed(now()));
    }

    /**
     * Lets time pass: what was not confirmed for long, or has closed, is to be checked. Nobody's act, so it is never
     * refused; the public goes on seeing it.
     */
    public Dossier review(Dossier dossier) {
        return dossier.published()
                .filter(version -> version.state() == State.HANDED_OVER)
                .filter(version -> isClosed(version) || isOlderThan(version, CHECKED_AFTER))
                .map(version -> dossier.with(version.toCheck()))
                .orElse(dossier);
    }

    /**
     * Withdraws: a last version that closes today and is hidden. It is made of what the public sees, or of the draft
     * where it never saw anything.
     *
     * @throws EventRefusedException {@link Refusal#SOMEBODY_ELSES}, {@link Refusal#WITHDRAWN}
     */
    public Dossier withdraw(Dossier dossier, Caller caller, WithdrawalReason reason) throws EventRefusedException {
        mayAct(dossier, caller);
        var content = closedToday(dossier.beforeWithdrawal().content());
        return dossier.with(Version.withdrawn(dossier.nextNumber(), content, reason, now()));
    }

    private Declaration closedToday(Declaration content) {
        var closed = DeclarationDocument.of(content);
        closed.put("closesOn", Optional.of(today().toString()));
        closed.put("hidden", Optional.of("t"));
        return closed.declaration();
    }

    private boolean isClosed(Version version) {
        // A declaration that was handed over is in canonical spelling, so the date can be read.
        return version.content()
                .closesOn()
                .map(LocalDate::parse)
                .filter(day -> day.isBefore(today()))
                .isPresent();
    }

    private boolean isOlderThan(Version version, Period age) {
        return version.vouchedAt()
                .filter(then -> !then.atZone(PARIS).plus(age).toInstant().isAfter(now()))
                .isPresent();
    }

    private static void mayAct(Dossier dossier, Caller caller) throws EventRefusedException {
        need(dossier.professional().equals(caller.key()), Refusal.SOMEBODY_ELSES);
        need(dossier.state() != State.WITHDRAWN, Refusal.WITHDRAWN);
    }

    private static void need(boolean condition, Refusal otherwise) throws EventRefusedException {
        if (!condition) {
            throw new EventRefusedException(otherwise);
        }
    }

    private Instant now() {
        return clock.instant();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now(), PARIS);
    }
}
