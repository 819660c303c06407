package io.github.pscsdk.example.santefr.dossier;

/** None of the caller's dossiers has that number; whether somebody else's has is not told. */
public final class NoSuchDossierException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Without the number. */
    public NoSuchDossierException() {
        super("none of the caller's");
    }
}
