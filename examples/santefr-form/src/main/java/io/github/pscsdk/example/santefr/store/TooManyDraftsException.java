package io.github.pscsdk.example.santefr.store;

/** The professional has as many drafts as are kept for one; nothing was kept. */
public final class TooManyDraftsException extends Exception {
    private static final long serialVersionUID = 1L;

    TooManyDraftsException() {
        super("as many drafts as are kept");
    }
}
