package io.github.pscsdk.example.santefr.store;

/** The dossier was changed by another request since it was read; nothing was kept. */
public final class StaleRevisionException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Without a value of the dossier. */
    public StaleRevisionException() {
        super("another revision");
    }
}
