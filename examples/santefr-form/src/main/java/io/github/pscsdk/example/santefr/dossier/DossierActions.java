package io.github.pscsdk.example.santefr.dossier;

import io.github.pscsdk.example.declaration.Caller;
import io.github.pscsdk.example.declaration.lifecycle.Dossier;
import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException;
import io.github.pscsdk.example.declaration.lifecycle.Version.WithdrawalReason;
import io.github.pscsdk.example.santefr.store.DossierAction;
import io.github.pscsdk.example.santefr.store.DossierStore;
import io.github.pscsdk.example.santefr.store.StaleRevisionException;
import io.github.pscsdk.example.santefr.store.StoredDossier;
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
}
