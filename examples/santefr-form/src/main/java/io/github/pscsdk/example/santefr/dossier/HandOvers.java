package io.github.pscsdk.example.santefr.dossier;

import io.github.pscsdk.example.declaration.Caller;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.lifecycle.Dossier;
import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException;
import io.github.pscsdk.example.declaration.lifecycle.Version.State;
import io.github.pscsdk.example.declaration.lifecycle.Version.WithdrawalReason;
import io.github.pscsdk.example.santefr.dossier.HandOvers.ReceiptReference;
import io.github.pscsdk.example.santefr.store.DossierAction;
import io.github.pscsdk.example.santefr.store.DossierStore;
import io.github.pscsdk.example.santefr.store.DossierStore.StaleRevisionException;
import io.github.pscsdk.example.santefr.store.NewHandOver;
import io.github.pscsdk.example.santefr.store.StoredDeclaration;
import io.github.pscsdk.example.santefr.store.StoredDossier;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is handed over, and what software asks afterwards by the number of the receipt: each key once. The only way to a
 * receipt.
 */
public final class HandOvers {
    private final DossierStore store;
    private final Dossiers dossiers;

    HandOvers(DossierStore store, Dossiers dossiers) {
        this.store = store;
        this.dossiers = dossiers;
    }

    /** What was last handed over under that number. */
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
        var validated = life.validate(draft, outcome, caller);
        return new NewHandOver(life.handOver(validated, caller, true), key, outcome.findings());
    }

    /** Keeps all of them at once, with a result for each, in the same order. */
    public List<Result> take(List<NewHandOver> prepared) {
        var taken = store.take(prepared);
        var results = new ArrayList<Result>();
        for (var i = 0; i < prepared.size(); i++) {
            var stored = taken.get(i).stored();
            results.add(
                    taken.get(i).isNew()
                            ? new Result(Result.How.NEW, stored)
                            : compared(
                                    stored,
                                    stored.receipt()
                                            .hash()
                                            .equals(prepared.get(i).hash())));
        }
        return results;
    }

    /**
     * Hands the latest version of a dossier over. The same key for the same revision gives the same receipt, whatever became
     * of the dossier since.
     *
     * @param confirmed whether the professional said yes
     */
    public Result handOver(SeenRevision seen, Caller caller, String key, boolean confirmed)
            throws EventRefusedException, NoSuchDossierException, StaleRevisionException {
        var earlier = sameRevision(seen, caller, key);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        var life = dossiers.life();
        var kept = dossiers.seen(seen, caller);
        var findings = dossiers.findings(kept.dossier().latest().content(), caller);
        var validated = kept.dossier().state() == State.DRAFT ? life.validate(kept.dossier(), caller) : kept.dossier();
        var stored = store.handOver(kept, life.handOver(validated, caller, confirmed), key, findings);
        return stored.map(fresh -> new Result(Result.How.NEW, fresh))
                .orElseGet(() -> sameRevision(seen, caller, key).orElseThrow());
    }

    /**
     * Hands a new version over of what was handed over before, at once and without a draft here. The same key with the same
     * content gives the same receipt, whatever became of the dossier since.
     *
     * @throws EventRefusedException with the findings if it has errors, or why it cannot be; nothing was kept then
     * @throws StaleRevisionException if something else was handed over since that receipt, or is being written
     */
    public Result correct(ReceiptReference reference, Declaration declaration, Caller caller, String key)
            throws EventRefusedException, NoSuchDossierException, StaleRevisionException {
        var life = dossiers.life();
        var kept = dossiers.find(reference.number(), caller);
        var alone = life.handOver(life.validate(life.create(declaration, caller), caller), caller, true);
        var hash = alone.latest().proof().orElseThrow().hash();
        var earlier = sameCorrection(reference, hash, caller, key);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        try {
            reference.check(kept.dossier());
            var edited = life.validate(life.edit(kept.dossier(), declaration, caller), caller);
            var findings = dossiers.findings(declaration, caller);
            return store.handOver(kept, life.handOver(edited, caller, true), key, findings)
                    .map(stored -> new Result(Result.How.NEW, stored))
                    .orElseGet(
                            () -> sameCorrection(reference, hash, caller, key).orElseThrow());
        } catch (EventRefusedException | StaleRevisionException e) {
            // By the same request, perhaps, sent before by a program that was killed since and done in this moment.
            var meanwhile = sameCorrection(reference, hash, caller, key);
            if (meanwhile.isEmpty()) {
                throw e;
            }
            return meanwhile.get();
        }
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

    private Optional<Result> sameCorrection(ReceiptReference reference, String hash, Caller caller, String key) {
        return store.underKey(caller.key(), key)
                .map(before -> compared(
                        before,
                        before.receipt().number().equals(reference.number())
                                && before.receipt().hash().equals(hash)));
    }

    private Optional<Result> sameRevision(SeenRevision seen, Caller caller, String key) {
        return store.underKey(caller.key(), key)
                .map(before -> compared(
                        before,
                        before.receipt().number().equals(seen.number()) && before.revision() == seen.revision()));
    }

    private static Result compared(StoredDeclaration before, boolean same) {
        return new Result(same ? Result.How.REPEATED : Result.How.CONFLICT, before);
    }

    @FunctionalInterface
    private interface Event {
        Dossier on(Dossier dossier) throws EventRefusedException, StaleRevisionException;
    }

    private Optional<StoredDossier> once(DossierAction action, Caller caller, Event event)
            throws EventRefusedException, NoSuchDossierException, StaleRevisionException {
        var before = dossiers.find(action.number(), caller);
        if (store.action(caller.key(), action.key()).isEmpty()) {
            try {
                var kept = store.replace(before, event.on(before.dossier()), action);
                if (kept.isPresent()) {
                    return kept;
                }
            } catch (EventRefusedException | StaleRevisionException e) {
                // By the same request, perhaps, sent before by a program that was killed since and done in this moment.
                if (store.action(caller.key(), action.key()).isEmpty()) {
                    throw e;
                }
            }
        }
        return store.action(caller.key(), action.key()).filter(action::equals).isPresent()
                ? Optional.of(dossiers.find(action.number(), caller))
                : Optional.empty();
    }

    /**
     * The result of a hand-over.
     *
     * @param how new, already there, or in conflict with what is there
     * @param stored what the database holds under that key now
     */
    public record Result(How how, StoredDeclaration stored) {
        public Result {
            Objects.requireNonNull(how, "how");
            Objects.requireNonNull(stored, "stored");
        }

        public enum How {
            /** Stored just now. */
            NEW,
            /** The same was handed over under this key before. */
            REPEATED,
            /** Something else was handed over under this key before; nothing was changed. */
            CONFLICT
        }
    }

    /**
     * The hand-over that a caller refers to by its receipt, without having seen a draft.
     *
     * @param number of the receipt
     * @param hash of the receipt
     */
    public record ReceiptReference(String number, String hash) {
        public ReceiptReference {
            Objects.requireNonNull(number, "number");
            Objects.requireNonNull(hash, "hash");
        }

        /** Checks that the public still sees what the receipt is about, and that there is no newer draft; the life cycle refuses withdrawn ones. */
        void check(Dossier dossier) throws StaleRevisionException {
            var isBeingWritten = dossier.state() == State.DRAFT || dossier.state() == State.VALIDATED;
            if (isBeingWritten || !isShown(dossier)) {
                throw new StaleRevisionException();
            }
        }

        /** Checks that the public still sees what the receipt is about. */
        void checkShown(Dossier dossier) throws StaleRevisionException {
            if (!isShown(dossier)) {
                throw new StaleRevisionException();
            }
        }

        private boolean isShown(Dossier dossier) {
            return dossier.published()
                    .flatMap(version -> version.proof())
                    .map(proof -> proof.hash().equals(hash))
                    .orElse(true);
        }
    }
}
