package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException;

/** Answers somebody who is logged in and sends a file. */
@FunctionalInterface
interface FileScreen {
    void answer(PageRequest visit, SignedInRequest guest, Upload upload) throws EventRefusedException;
}
