package io.github.pscsdk.example.santefr.dossier;

import io.github.pscsdk.example.declaration.Caller;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.lifecycle.Dossier;
import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException;
import io.github.pscsdk.example.declaration.lifecycle.Version;
import io.github.pscsdk.example.declaration.lifecycle.Version.State;
import io.github.pscsdk.example.declaration.lifecycle.Version.WithdrawalReason;
import io.github.pscsdk.example.santefr.dossier.HandOvers.ReceiptReference;
import io.github.pscsdk.example.santefr.store.DossierAction;
import io.github.pscsdk.example.santefr.store.DossierException.NoSuchDossierException;
import io.github.pscsdk.example.santefr.store.DossierException.StaleRevisionException;
import io.github.pscsdk.example.santefr.store.DossierStore;
import io.github.pscsdk.example.santefr.store.IdempotentResult;
import io.github.pscsdk.example.santefr.store.NewHandOver;
import io.github.pscsdk.example.santefr.store.StoredDeclaration;
import io.github.pscsdk.example.santefr.store.StoredDossier;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Hand-overs, and the later acts of software by the number of the receipt: each key once, so one at a time. The only
 * way to a receipt.
 */
public final class HandOvers {
    private final DossierStore store;
    private final Dossiers dossiers;

    HandOvers(DossierStore store, Dossiers dossiers) {
        this.store = store;
        this.dossiers = dossiers;
    }

    public StoredDeclaration last(String number, Caller caller) throws NoSuchDossierException {
        return store.handedOver(number, caller.key()).orElseThrow(NoSuchDossierException::new);
    }

    /**
     * Makes a dossier of a declaration that comes without one; nothing is kept yet.
     *
     * @throws EventRefusedException if it has errors, or the caller may declare nothing
     */
    public NewHandOver prepare(Declaration declaration, Caller caller, String key) throws EventRefusedException {
        var life = dossiers.life();
        var draft = life.create(declaration, caller);
        var outcome = dossiers.check(declaration, caller);
        return new NewHandOver(life.handOver(draft, outcome, caller), key, outcome.findings());
    }

    /** Keeps all of them at once, with a result for each, in the same order. */
    public synchronized List<IdempotentResult> take(List<NewHandOver> prepared) {
        return store.take(prepared);
    }

    /**
     * Hands the latest version of a dossier over, to which the professional said yes. The same key for the same
     * revision gives the same receipt, whatever became of the dossier since.
     */
    public synchronized IdempotentResult handOver(SeenRevision seen, Caller caller, String key)
            throws EventRefusedException, NoSuchDossierException, StaleRevisionException {
        var earlier = earlier(caller, key, seen.number(), before -> before.revision() == seen.revision());
        if (earlier.isPresent()) {
            return earlier.get();
        }
        var kept = dossiers.seen(seen, caller);
        return handOver(kept, kept.dossier(), caller, key);
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
            throws EventRefusedException, NoSuchDossierException, StaleRevisionException {
        var kept = dossiers.find(reference.number(), caller);
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
        return handOver(kept, dossiers.life().edit(kept.dossier(), declaration, caller), caller, key);
    }

    private IdempotentResult handOver(StoredDossier before, Dossier edited, Caller caller, String key)
            throws EventRefusedException, StaleRevisionException {
        var outcome = dossiers.check(edited.latest().content(), caller);
        var after = dossiers.life().handOver(edited, outcome, caller);
        return store.replace(before, new NewHandOver(after, key, outcome.findings()));
    }

    /**
     * Confirms that the declaration is still valid.
     *
     * @return as it is now, where this key has done the same before too; empty if the key served for something else
     * @throws StaleRevisionException if something else was handed over since that receipt
     */
    public Optional<StoredDossier> confirm(ReceiptReference reference, Caller caller, String key)
            throws EventRefusedException, NoSuchDossierException, StaleRevisionException {
        return once(new DossierAction(key, reference.number(), "confirmation " + reference.hash()), caller, dossier -> {
            reference.checkShown(dossier);
            return dossiers.life().confirm(dossier, caller);
        });
    }

    /**
     * Withdraws the declaration, whichever version of it the public sees.
     *
     * @return as it is now, where this key has done the same before too; empty if the key served for something else
     * @throws StaleRevisionException if it was changed at the same moment
     */
    public Optional<StoredDossier> withdraw(String number, WithdrawalReason reason, Caller caller, String key)
            throws EventRefusedException, NoSuchDossierException, StaleRevisionException {
        var action = new DossierAction(key, number, "withdrawal " + reason.name());
        return once(action, caller, dossier -> dossiers.life().withdraw(dossier, caller, reason));
    }

    /** The hand-over under that key before, and whether it was the same. */
    private Optional<IdempotentResult> earlier(
            Caller caller, String key, String number, Predicate<StoredDeclaration> same) {
        return store.underKey(caller.key(), key)
                .map(before -> IdempotentResult.repeated(
                        before, before.receipt().number().equals(number) && same.test(before)));
    }

    @FunctionalInterface
    private interface Event {
        Dossier on(Dossier dossier) throws EventRefusedException, StaleRevisionException;
    }

    private synchronized Optional<StoredDossier> once(DossierAction action, Caller caller, Event event)
            throws EventRefusedException, NoSuchDossierException, StaleRevisionException {
        var kept = dossiers.find(action.number(), caller);
        var earlier = store.action(caller.key(), action.key());
        if (earlier.isPresent()) {
            return earlier.filter(action::equals).map(same -> kept);
        }
        return Optional.of(store.replace(kept, event.on(kept.dossier()), action));
    }

    /**
     * The hand-over that a caller refers to by its receipt, without having seen a draft.
     *
     * @param hash of the receipt
     */
    public record ReceiptReference(String number, String hash) {
        /**
         * Checks that the public still sees it, and that there is no newer draft; the life cycle refuses withdrawn
         * ones.
         */
        void check(Dossier dossier) throws StaleRevisionException {
            checkShown(dossier);
            if (dossier.state() == State.DRAFT) {
                throw new StaleRevisionException();
            }
        }

        /** Checks that the public still sees what the receipt is about. */
        void checkShown(Dossier dossier) throws StaleRevisionException {
            var shown = dossier.published().flatMap(Version::proof);
            if (shown.filter(proof -> !proof.hash().equals(hash)).isPresent()) {
                throw new StaleRevisionException();
            }
        }
    }
}
