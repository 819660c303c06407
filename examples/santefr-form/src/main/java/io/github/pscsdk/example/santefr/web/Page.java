package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.diagnostic.PscException;

/** Answers the requests of one page, or of one form. */
@FunctionalInterface
interface Page {
    void answer(PageRequest request) throws PscException, InterruptedException;
}
