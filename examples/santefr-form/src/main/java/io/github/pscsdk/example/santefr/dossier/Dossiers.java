package io.github.pscsdk.example.santefr.dossier;

import io.github.pscsdk.example.declaration.Caller;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.lifecycle.Dossier;
import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException;
import io.github.pscsdk.example.declaration.lifecycle.LifeCycle;
import io.github.pscsdk.example.declaration.lifecycle.Version.State;
import io.github.pscsdk.example.declaration.lifecycle.Version.WithdrawalReason;
import io.github.pscsdk.example.declaration.rules.DeclarationCheck;
import io.github.pscsdk.example.declaration.rules.DeclarationCheck.Outcome;
import io.github.pscsdk.example.declaration.rules.Eligibility;
import io.github.pscsdk.example.declaration.rules.Eligibility.Rights;
import io.github.pscsdk.example.santefr.store.DossierAction;
import io.github.pscsdk.example.santefr.store.DossierException;
import io.github.pscsdk.example.santefr.store.DossierException.NoSuchDossierException;
import io.github.pscsdk.example.santefr.store.DossierException.StaleRevisionException;
import io.github.pscsdk.example.santefr.store.DossierException.TooManyDraftsException;
import io.github.pscsdk.example.santefr.store.DossierStore;
import io.github.pscsdk.example.santefr.store.DossierStore.IdempotentResult;
import io.github.pscsdk.example.santefr.store.NewHandOver;
import io.github.pscsdk.example.santefr.store.StoredDeclaration;
import io.github.pscsdk.example.santefr.store.StoredDossier;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The dossiers of whoever asks, and the events in their lives. Pages name the revision that was seen; software names
 * the receipt, and a key under which an event happens once: so one at a time. The only way to a receipt.
 */
public final class Dossiers {
    /** How many drafts are kept for one professional where nothing else is configured: most have one place or two. */
    public static final int MOST_DRAFTS = 200;

    private final DossierStore store;
    private final Eligibility eligibility = Eligibility.current();
    private final DeclarationCheck check = new DeclarationCheck(eligibility);
    private final LifeCycle life;
    private final int mostDrafts;

    /**
     * The dossiers in a store.
     *
     * @param clock stamps versions
     * @param mostDrafts how many of one professional are kept, at least one; what was handed over does not count
     */
    public Dossiers(DossierStore store, Clock clock, int mostDrafts) {
        this.store = store;
        // Milliseconds, as the columns hold them: a version reads the same today and after a restart.
        var stamp = Clock.tick(clock, Duration.ofMillis(1));
        this.life = new LifeCycle(check, stamp);
        this.mostDrafts = mostDrafts;
    }

    public Rights rights(Caller caller) {
        return eligibility.rights(caller);
    }

    /** The modes of practice in which one declares, by their codes. */
    public Set<String> selfEmployedModes() {
        return eligibility.modes();
    }

    public int mostDrafts() {
        return mostDrafts;
    }

    /** By which declarations are judged. */
    public DeclarationCheck rules() {
        return check;
    }

    /** The findings, and the declaration in canonical spelling if it has no error. */
    public Outcome check(Declaration declaration, Caller caller) {
        return check.check(declaration, caller);
    }

    /** All of the caller's, the newest first. */
    public List<StoredDossier> of(Caller caller) {
        return store.all(caller.key()).stream().map(this::reviewed).toList();
    }

    /** One of the caller's. */
    public StoredDossier find(String number, Caller caller) throws NoSuchDossierException {
        return reviewed(store.find(number, caller.key()).orElseThrow(NoSuchDossierException::new));
    }

    /** The last hand-over of one of the caller's. */
    public StoredDeclaration last(String number, Caller caller) throws NoSuchDossierException {
        return store.handedOver(number, caller.key()).orElseThrow(NoSuchDossierException::new);
    }

    public boolean asksForConfirmation(StoredDossier kept) {
        return life.asksForConfirmation(kept.dossier());
    }

    public StoredDossier create(Declaration content, Caller caller)
            throws EventRefusedException, TooManyDraftsException {
        return store.add(life.create(content, caller), mostDrafts);
    }

    /** Keeps another content. The same content changes nothing: a look makes no draft of what was handed over. */
    public StoredDossier edit(SeenRevision seen, Declaration content, Caller caller)
            throws EventRefusedException, DossierException {
        var before = seen(seen, caller);
        var edited = life.edit(before.dossier(), content, caller);
        return content.equals(before.content()) ? before : store.replace(before, edited);
    }

    /** A draft of the same content, to be handed over once more. */
    public StoredDossier again(SeenRevision seen, Caller caller) throws EventRefusedException, DossierException {
        return change(
                seen, caller, dossier -> life.edit(dossier, dossier.latest().content(), caller));
    }

    public StoredDossier confirm(SeenRevision seen, Caller caller) throws EventRefusedException, DossierException {
        return change(seen, caller, dossier -> life.confirm(dossier, caller));
    }

    public StoredDossier withdraw(SeenRevision seen, WithdrawalReason reason, Caller caller)
            throws EventRefusedException, DossierException {
        return change(seen, caller, dossier -> life.withdraw(dossier, caller, reason));
    }

    /** One of the caller's, if it is still as they saw it. */
    public StoredDossier seen(SeenRevision seen, Caller caller) throws NoSuchDossierException, StaleRevisionException {
        var kept = find(seen.number(), caller);
        if (kept.revision() != seen.revision()) {
            throw new StaleRevisionException();
        }
        return kept;
    }

    /**
     * Hands the latest version over, to which the professional said yes. The same key for the same revision gives the
     * same receipt, whatever became of the dossier since.
     */
    public synchronized IdempotentResult handOver(SeenRevision seen, Caller caller, String key)
            throws EventRefusedException, DossierException {
        var earlier = earlier(caller, key, seen.number(), before -> before.revision() == seen.revision());
        if (earlier.isPresent()) {
            return earlier.get();
        }
        var kept = seen(seen, caller);
        return handOver(kept, kept.dossier(), caller, key);
    }

    /**
     * Makes a dossier of a declaration that comes without one; nothing is kept yet.
     *
     * @throws EventRefusedException if it has errors, or the caller may declare nothing
     */
    public NewHandOver prepare(Declaration declaration, Caller caller, String key) throws EventRefusedException {
        return prepare(life.create(declaration, caller), caller, key);
    }

    private NewHandOver prepare(Dossier dossier, Caller caller, String key) throws EventRefusedException {
        var outcome = check(dossier.latest().content(), caller);
        return new NewHandOver(life.handOver(dossier, outcome, caller), key, outcome.findings());
    }

    /** Keeps all of them at once, with a result for each, in the same order. */
    public synchronized List<IdempotentResult> take(List<NewHandOver> prepared) {
        return store.take(prepared);
    }

    /**
     * Hands a new version over of what was handed over before, at once and without a draft here. The same key with the
     * same content gives the same receipt, whatever became of the dossier since.
     *
     * @throws EventRefusedException with the findings if it has errors, or why it cannot be; nothing was kept then
     * @throws StaleRevisionException if something else was handed over since that receipt, or is being written
     */
    public synchronized IdempotentResult correct(
            ReceiptReference reference, Declaration declaration, Caller caller, String key)
            throws EventRefusedException, DossierException {
        var kept = find(reference.number(), caller);
        var hash = prepare(declaration, caller, key).hash();
        var earlier = earlier(
                caller,
                key,
                reference.number(),
                before -> before.receipt().hash().equals(hash));
        if (earlier.isPresent()) {
            return earlier.get();
        }
        reference.check(kept.dossier());
        // The life cycle refuses what was withdrawn; a draft here would be overwritten.
        if (kept.dossier().state() == State.DRAFT) {
            throw new StaleRevisionException();
        }
        return handOver(kept, life.edit(kept.dossier(), declaration, caller), caller, key);
    }

    private IdempotentResult handOver(StoredDossier before, Dossier edited, Caller caller, String key)
            throws EventRefusedException, StaleRevisionException {
        return store.replace(before, prepare(edited, caller, key));
    }

    /** The hand-over under that key before, and whether it was the same. */
    private Optional<IdempotentResult> earlier(
            Caller caller, String key, String number, Predicate<StoredDeclaration> same) {
        return store.underKey(caller.key(), key)
                .map(before -> IdempotentResult.repeated(
                        before, before.receipt().number().equals(number) && same.test(before)));
    }

    /**
     * Confirms that the declaration is still valid.
     *
     * @return as it is now, where this key has done the same before too; empty if the key served for something else
     * @throws StaleRevisionException if something else was handed over since that receipt
     */
    public Optional<StoredDossier> confirm(ReceiptReference reference, Caller caller, String key)
            throws EventRefusedException, DossierException {
        return once(new DossierAction(key, reference.number(), "confirmation " + reference.hash()), caller, dossier -> {
            reference.check(dossier);
            return life.confirm(dossier, caller);
        });
    }

    /**
     * Withdraws the declaration, whichever version of it the public sees.
     *
     * @return as it is now, where this key has done the same before too; empty if the key served for something else
     * @throws StaleRevisionException if it was changed at the same moment
     */
    public Optional<StoredDossier> withdraw(String number, WithdrawalReason reason, Caller caller, String key)
            throws EventRefusedException, DossierException {
        var action = new DossierAction(key, number, "withdrawal " + reason.name());
        return once(action, caller, dossier -> life.withdraw(dossier, caller, reason));
    }

    @FunctionalInterface
    private interface Event {
        Dossier on(Dossier dossier) throws EventRefusedException, StaleRevisionException;
    }

    private StoredDossier change(SeenRevision seen, Caller caller, Event event)
            throws EventRefusedException, DossierException {
        var before = seen(seen, caller);
        return store.replace(before, event.on(before.dossier()));
    }

    private synchronized Optional<StoredDossier> once(DossierAction action, Caller caller, Event event)
            throws EventRefusedException, DossierException {
        var kept = find(action.number(), caller);
        var earlier = store.action(caller.key(), action.key());
        if (earlier.isPresent()) {
            return earlier.filter(action::equals).map(same -> kept);
        }
        return Optional.of(store.replace(kept, event.on(kept.dossier()), action));
    }

    /**
     * As time has made it. That is not kept: it follows from the clock each time, and a dossier that somebody has open
     * must not change under their hands.
     */
    private StoredDossier reviewed(StoredDossier kept) {
        return new StoredDossier(kept.number(), kept.revision(), life.review(kept.dossier()));
    }
}
