package io.github.pscsdk.proxytools.internal.drift;

/**
 * One difference between what is expected of PSC and what was found. Of a login only names of claims are told, and
 * values that are no person's.
 *
 * @param member of a document, such as {@code token_endpoint} or {@code id_token.acr}
 */
public record DriftFinding(DriftArea area, String member, DriftSeverity severity, String expected, String found) {
    /** The sign for a member that is not there. */
    public static final String ABSENT = "-";

    /** Where a difference stands. A minor version may add constants: keep a default branch. */
    public enum DriftArea {
        /** The discovery document. */
        DISCOVERY,
        /** The published keys. */
        KEYS,
        /** An ID token or a UserInfo document. */
        LOGIN,
        /** The protection of the connection. */
        TLS
    }

    /**
     * The meaning of a difference for logins, the worst first. A minor version may add constants: keep a default
     * branch.
     */
    public enum DriftSeverity {
        /** Logins fail, all of them or by one of the ways in. */
        BREAKS_LOGINS,
        /** Some clients, or something beside the login such as the sign-out, may fail. */
        MAY_BREAK,
        /** Nothing that this SDK relies on. */
        INFORMATIVE
    }
}
