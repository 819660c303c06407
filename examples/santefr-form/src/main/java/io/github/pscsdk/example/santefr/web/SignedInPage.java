package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException;
import io.github.pscsdk.example.santefr.dossier.NoSuchDossierException;
import io.github.pscsdk.example.santefr.store.StaleRevisionException;
import io.github.pscsdk.example.santefr.store.TooManyDraftsException;

/** The same for a professional who is logged in. */
@FunctionalInterface
interface SignedInPage {
    void answer(PageRequest request, SignedInRequest signedIn)
            throws EventRefusedException, NoSuchDossierException, StaleRevisionException, TooManyDraftsException;
}
