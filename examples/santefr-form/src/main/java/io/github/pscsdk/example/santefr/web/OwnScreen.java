package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException;
import io.github.pscsdk.example.santefr.dossier.NoSuchDossierException;
import io.github.pscsdk.example.santefr.store.StaleRevisionException;
import io.github.pscsdk.example.santefr.store.TooManyDraftsException;

/** Answers a visit of somebody who is logged in. */
@FunctionalInterface
interface OwnScreen {
    void answer(PageRequest visit, SignedInRequest guest)
            throws EventRefusedException, NoSuchDossierException, StaleRevisionException, TooManyDraftsException;
}
