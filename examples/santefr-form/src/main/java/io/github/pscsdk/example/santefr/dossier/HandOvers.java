package io.github.pscsdk.example.santefr.dossier;

import io.github.pscsdk.example.declaration.Caller;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException;
import io.github.pscsdk.example.declaration.lifecycle.Version.State;
import io.github.pscsdk.example.santefr.store.DossierStore;
import io.github.pscsdk.example.santefr.store.HandOver;
import io.github.pscsdk.example.santefr.store.HandOverResult;
import io.github.pscsdk.example.santefr.store.StaleRevisionException;
import io.github.pscsdk.example.santefr.store.StoredDeclaration;
import java.util.Optional;

/** Validate, hand over, receipt: each key once. The only way to a receipt. */
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
     * Takes a declaration that comes without a dossier, and makes one.
     *
     * @throws EventRefusedException with the findings if it has errors; nothing was kept then
     */
    public HandOverResult take(Declaration declaration, Caller caller, String key) throws EventRefusedException {
        var life = dossiers.life();
        var findings = dossiers.findings(declaration, caller);
        var validated = life.validate(life.create(declaration, caller), caller);
        var handedOver = life.handOver(validated, caller, true);
        var hash = handedOver.latest().proof().orElseThrow().hash();
        var earlier = sameContent(hash, caller, key);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        return store.addHandedOver(handedOver, new HandOver(key, findings))
                .map(stored -> new HandOverResult(HandOverResult.How.NEW, stored))
                // Another thread was faster with the same key.
                .orElseGet(() -> sameContent(hash, caller, key).orElseThrow());
    }

    /**
     * Hands the latest version of a dossier over. The same key for the same revision gives the same receipt, whatever became
     * of the dossier since.
     *
     * @param confirmed whether the professional said yes
     */
    public HandOverResult handOver(SeenRevision seen, Caller caller, String key, boolean confirmed)
            throws EventRefusedException, NoSuchDossierException, StaleRevisionException {
        var earlier = sameRevision(seen, caller, key);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        var life = dossiers.life();
        var kept = dossiers.seen(seen, caller);
        var findings = dossiers.findings(kept.dossier().latest().content(), caller);
        var validated = kept.dossier().state() == State.DRAFT ? life.validate(kept.dossier(), caller) : kept.dossier();
        var stored = store.handOver(kept, life.handOver(validated, caller, confirmed), new HandOver(key, findings));
        return stored.map(fresh -> new HandOverResult(HandOverResult.How.NEW, fresh))
                .orElseGet(() -> sameRevision(seen, caller, key).orElseThrow());
    }

    /**
     * Hands a new version over of what was handed over before, at once and without a draft here. The same key with the same
     * content gives the same receipt, whatever became of the dossier since.
     *
     * @throws EventRefusedException with the findings if it has errors, or why it cannot be; nothing was kept then
     * @throws StaleRevisionException if something else was handed over since that receipt, or is being written
     */
    public HandOverResult correct(ReceiptReference reference, Declaration declaration, Caller caller, String key)
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
            var handOver = new HandOver(key, dossiers.findings(declaration, caller));
            return store.handOver(kept, life.handOver(edited, caller, true), handOver)
                    .map(stored -> new HandOverResult(HandOverResult.How.NEW, stored))
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

    private Optional<HandOverResult> sameCorrection(
            ReceiptReference reference, String hash, Caller caller, String key) {
        return store.underKey(caller.key(), key)
                .map(before -> compared(
                        before,
                        before.receipt().number().equals(reference.number())
                                && before.receipt().hash().equals(hash)));
    }

    private Optional<HandOverResult> sameContent(String hash, Caller caller, String key) {
        return store.underKey(caller.key(), key)
                .map(before -> compared(before, before.receipt().hash().equals(hash)));
    }

    private Optional<HandOverResult> sameRevision(SeenRevision seen, Caller caller, String key) {
        return store.underKey(caller.key(), key)
                .map(before -> compared(
                        before,
                        before.receipt().number().equals(seen.number()) && before.revision() == seen.revision()));
    }

    private static HandOverResult compared(StoredDeclaration before, boolean same) {
        return new HandOverResult(same ? HandOverResult.How.REPEATED : HandOverResult.How.CONFLICT, before);
    }
}
