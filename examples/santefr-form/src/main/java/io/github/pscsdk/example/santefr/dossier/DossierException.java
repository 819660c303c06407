package io.github.pscsdk.example.santefr.dossier;

/** A dossier is not as the caller takes it to be; nothing was done. No message holds a value of it. */
public final class DossierException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public DossierException(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    public enum Reason {
        /** None of the caller's dossiers has that number; whether somebody else's has is not told. */
        UNKNOWN,
        /** It was changed by another request since it was read. */
        STALE,
        /** The professional has as many drafts as are kept for one. */
        TOO_MANY_DRAFTS
    }
}
