package io.github.pscsdk.example.santefr.dossier;

import io.github.pscsdk.example.declaration.caller.Caller;
import io.github.pscsdk.example.declaration.lifecycle.Dossier;
import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException;
import io.github.pscsdk.example.declaration.lifecycle.WithdrawalReason;
import io.github.pscsdk.example.santefr.store.DossierAction;
import io.github.pscsdk.example.santefr.store.DossierStore;
import io.github.pscsdk.example.santefr.store.KeptDossier;
import io.github.pscsdk.example.santefr.store.StaleRevisionException;
import java.util.Optional;

/** Confirms and withdraws what was handed over, by the number of its receipt: each key once. */
public final class DossierActions {
    private final DossierStore store;
    private final Dossiers dossiers;

    DossierActions(DossierStore store, Dossiers dossiers) {
        this.store = store;
        this.dossiers = dossiers;
    }

    /**
     * Says that it is still valid.
     *
     * @return as it is now, where this key has done the same before too; empty if the key served for something else
     * @throws StaleRevisionException if something else was handed over since that receipt
     */
    public Optional<KeptDossier> confirm(ReceiptReference upon, Caller caller, String key)
            throws EventRefusedException, NoSuchDossierException, StaleRevisionException {
        return once(new DossierAction(key, upon.number(), "confirmation " + upon.hash()), caller, dossier -> {
            upon.checkShown(dossier);
            return dossiers.life().confirm(dossier, caller);
        });
    }

    /**
     * Withdraws whatever the public sees: who wants it away wants every version of it away.
     *
     * @return as it is now, where this key has done the same before too; empty if the key served for something else
     * @throws StaleRevisionException if it was changed at the same moment
     */
    public Optional<KeptDossier> withdraw(String number, WithdrawalReason reason, Caller caller, String key)
            throws EventRefusedException, NoSuchDossierException, StaleRevisionException {
        var act = new DossierAction(key, number, "withdrawal " + reason.name());
        return once(act, caller, dossier -> dossiers.life().withdraw(dossier, caller, reason));
    }

    @FunctionalInterface
    private interface Event {
        Dossier on(Dossier dossier) throws EventRefusedException, StaleRevisionException;
    }

    private Optional<KeptDossier> once(DossierAction act, Caller caller, Event event)
            throws EventRefusedException, NoSuchDossierException, StaleRevisionException {
        var before = dossiers.find(act.number(), caller);
        if (store.act(caller.key(), act.key()).isEmpty()) {
            try {
                var kept = store.replace(before, event.on(before.dossier()), act);
                if (kept.isPresent()) {
                    return kept;
                }
            } catch (EventRefusedException | StaleRevisionException e) {
                // By the same request, perhaps, sent before by a program that was killed since and done in this moment.
                if (store.act(caller.key(), act.key()).isEmpty()) {
                    throw e;
                }
            }
        }
        return store.act(caller.key(), act.key()).filter(act::equals).isPresent()
                ? Optional.of(dossiers.find(act.number(), caller))
                : Optional.empty();
    }
}
