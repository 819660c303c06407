package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.diagnostic.PscException;

/** Answers one kind of visit. */
@FunctionalInterface
interface Screen {
    void answer(PageRequest visit) throws PscException, InterruptedException;
}
