package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException;

/** The same for a professional who is logged in and sends a file. */
@FunctionalInterface
interface UploadPage {
    void answer(PageRequest request, SignedInRequest signedIn, Upload upload) throws EventRefusedException;
}
