package io.github.pscsdk.example.santefr.dossier;

/** A dossier is not as the caller takes it to be; nothing was done. No message holds a value of it. */
public abstract sealed class DossierException extends Exception {
    private static final long serialVersionUID = 1L;

    private DossierException(String message) {
        super(message);
    }

    /** None of the caller's dossiers has that number; whether somebody else's has is not told. */
    public static final class NoSuchDossierException extends DossierException {
        private static final long serialVersionUID = 1L;

        public NoSuchDossierException() {
            super("none of the caller's");
        }
    }

    /** It was changed by another request since it was read. */
    public static final class StaleRevisionException extends DossierException {
        private static final long serialVersionUID = 1L;

        public StaleRevisionException() {
            super("another revision");
        }
    }

    /** The professional has as many drafts as are kept for one. */
    public static final class TooManyDraftsException extends DossierException {
        private static final long serialVersionUID = 1L;

        TooManyDraftsException() {
            super("as many drafts as are kept");
        }
    }
}
