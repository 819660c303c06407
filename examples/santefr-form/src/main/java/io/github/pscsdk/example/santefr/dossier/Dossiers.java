package io.github.pscsdk.example.santefr.dossier;

import io.github.pscsdk.example.declaration.Caller;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.lifecycle.Dossier;
import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException;
import io.github.pscsdk.example.declaration.lifecycle.LifeCycle;
import io.github.pscsdk.example.declaration.lifecycle.Version;
import io.github.pscsdk.example.declaration.lifecycle.Version.WithdrawalReason;
import io.github.pscsdk.example.declaration.rules.DeclarationCheck;
import io.github.pscsdk.example.declaration.rules.Eligibility;
import io.github.pscsdk.example.declaration.rules.Eligibility.Rights;
import io.github.pscsdk.example.santefr.dossier.DossierException.Reason;
import io.github.pscsdk.example.santefr.dossier.DossierStore.Act;
import io.github.pscsdk.example.santefr.dossier.DossierStore.IdempotentResult;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The dossiers of whoever asks, and the events in their lives. Pages name the revision that was seen; software names
 * the receipt, and a key under which an event happens once: so one at a time. The only way to a receipt.
 */
public final class Dossiers {
    /** How many drafts are kept for one professional, beside what was handed over: most have one place or two. */
    public static final int MOST_DRAFTS = 200;

    private final DossierStore store;
    private final DeclarationCheck check = new DeclarationCheck(Eligibility.current());
    private final LifeCycle life;

    /**
     * The dossiers in a store.
     *
     * @param clock stamps versions
     */
    public Dossiers(DossierStore store, Clock clock) {
        this.store = store;
        // Milliseconds, as the columns hold them: a version reads the same today and after a restart.
        var stamp = Clock.tick(clock, Duration.ofMillis(1));
        this.life = new LifeCycle(check, stamp);
    }

    public Rights rights(Caller caller) {
        return check.eligibility().rights(caller);
    }

    /** By which declarations are judged. */
    public DeclarationCheck rules() {
        return check;
    }

    /** Gives the caller what is kept under other identifiers of theirs. */
    public void unite(Caller caller) {
        if (!caller.otherKeys().isEmpty()) {
            store.unite(caller.key(), caller.otherKeys());
        }
    }

    /** All of the caller's, the newest first. */
    public List<StoredDossier> of(Caller caller) {
        return store.all(caller.key()).stream().map(this::reviewed).toList();
    }

    /** One of the caller's. */
    public StoredDossier find(String number, Caller caller) throws DossierException {
        return reviewed(store.find(number, caller.key()).orElseThrow(() -> new DossierException(Reason.UNKNOWN)));
    }

    /** The last hand-over of one of the caller's. */
    public SubmittedDeclaration last(String number, Caller caller) throws DossierException {
        return store.handedOver(number, caller.key()).orElseThrow(() -> new DossierException(Reason.UNKNOWN));
    }

    /** One of the caller's, if it is still as they saw it. */
    public StoredDossier seen(String number, int revision, Caller caller) throws DossierException {
        var kept = find(number, caller);
        if (kept.revision() != revision) {
            throw new DossierException(Reason.STALE);
        }
        return kept;
    }

    public StoredDossier create(Declaration content, Caller caller) throws EventRefusedException, DossierException {
        return reviewed(store.add(life.create(content, caller), MOST_DRAFTS));
    }

    /** Keeps another content. The same content changes nothing: a look makes no draft of what was handed over. */
    public StoredDossier edit(StoredDossier before, Declaration content, Caller caller)
            throws EventRefusedException, DossierException {
        var edited = life.edit(before.dossier(), content, caller);
        return content.equals(before.content()) ? before : replaced(before, edited);
    }

    /** A draft of the same content, to be handed over once more. */
    public StoredDossier again(StoredDossier before, Caller caller) throws EventRefusedException, DossierException {
        return replaced(before, life.edit(before.dossier(), before.content(), caller));
    }

    public StoredDossier confirm(StoredDossier before, Caller caller) throws EventRefusedException, DossierException {
        return replaced(before, life.confirm(before.dossier(), caller));
    }

    public StoredDossier withdraw(StoredDossier before, WithdrawalReason reason, Caller caller)
            throws EventRefusedException, DossierException {
        return replaced(before, life.withdraw(before.dossier(), caller, reason));
    }

    private StoredDossier replaced(StoredDossier before, Dossier after) throws DossierException {
        return reviewed(store.replace(before, after));
    }

    /**
     * Hands the latest version over, to which the professional said yes. The same key for the same revision gives the
     * same receipt, whatever became of the dossier since.
     */
    public synchronized IdempotentResult handOver(String number, int revision, Caller caller, String key)
            throws EventRefusedException, DossierException {
        var earlier = earlier(caller, key, number, before -> before.revision() == revision);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        var kept = seen(number, revision, caller);
        return store.replace(kept, prepare(kept.dossier(), caller, key));
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
        var outcome = check.check(dossier.latest().content(), caller);
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
     * @param hash of that receipt
     * @throws EventRefusedException with the findings if it has errors, or why it cannot be; nothing was kept then
     * @throws DossierException if something else was handed over since that receipt, or is being written
     */
    public synchronized IdempotentResult correct(
            String number, String hash, Declaration declaration, Caller caller, String key)
            throws EventRefusedException, DossierException {
        var kept = find(number, caller);
        var corrected = prepare(declaration, caller, key).hash();
        var earlier =
                earlier(caller, key, number, before -> before.receipt().hash().equals(corrected));
        if (earlier.isPresent()) {
            return earlier.get();
        }
        checkShown(kept.dossier(), hash);
        // The life cycle refuses what was withdrawn; a draft here would be overwritten.
        if (kept.isWritten()) {
            throw new DossierException(Reason.STALE);
        }
        return store.replace(kept, prepare(life.edit(kept.dossier(), declaration, caller), caller, key));
    }

    /** Refuses a receipt of what the public no longer sees: its holder has seen nothing newer. */
    private static void checkShown(Dossier dossier, String hash) throws DossierException {
        var shown = dossier.published().flatMap(Version::proof);
        if (shown.filter(proof -> !proof.hash().equals(hash)).isPresent()) {
            throw new DossierException(Reason.STALE);
        }
    }

    /** The hand-over under that key before, and whether it was the same. */
    private Optional<IdempotentResult> earlier(
            Caller caller, String key, String number, Predicate<SubmittedDeclaration> same) {
        return store.underKey(caller.key(), key)
                .map(before -> IdempotentResult.repeated(
                        before, before.receipt().number().equals(number) && same.test(before)));
    }

    /**
     * Confirms that the declaration is still valid.
     *
     * @param hash of the receipt
     * @return as it is now, where this key has done the same before too; empty if the key served for something else
     * @throws DossierException if something else was handed over since that receipt
     */
    public Optional<StoredDossier> confirm(String number, String hash, Caller caller, String key)
            throws EventRefusedException, DossierException {
        return once(new Act(key, number, "confirmation " + hash), caller, dossier -> {
            checkShown(dossier, hash);
            return life.confirm(dossier, caller);
        });
    }

    /**
     * Withdraws the declaration, whichever version of it the public sees.
     *
     * @return as it is now, where this key has done the same before too; empty if the key served for something else
     * @throws DossierException if it was changed at the same moment
     */
    public Optional<StoredDossier> withdraw(String number, WithdrawalReason reason, Caller caller, String key)
            throws EventRefusedException, DossierException {
        var act = new Act(key, number, "withdrawal " + reason.name());
        return once(act, caller, dossier -> life.withdraw(dossier, caller, reason));
    }

    @FunctionalInterface
    private interface Event {
        Dossier on(Dossier dossier) throws EventRefusedException, DossierException;
    }

    private synchronized Optional<StoredDossier> once(Act act, Caller caller, Event event)
            throws EventRefusedException, DossierException {
        var kept = find(act.number(), caller);
        var earlier = store.act(caller.key(), act.key());
        if (earlier.isPresent()) {
            return earlier.filter(act::equals).map(same -> kept);
        }
        return Optional.of(reviewed(store.replace(kept, event.on(kept.dossier()), act)));
    }

    /**
     * As time has made it. That is not kept: it follows from the clock each time, and a dossier that somebody has open
     * must not change under their hands.
     */
    private StoredDossier reviewed(StoredDossier kept) {
        var now = life.review(kept.dossier());
        return new StoredDossier(kept.number(), kept.revision(), now, life.asksForConfirmation(now));
    }
}
