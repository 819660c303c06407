package io.github.pscsdk.relyingparty.internal.drift;

import java.util.Locale;
import java.util.Optional;

/**
 * One difference between what is expected of PSC and what was found. Of a login only names of claims are told, and
 * values that are no person's.
 *
 * @param member of a document, such as {@code token_endpoint} or {@code id_token.acr}
 * @param known a change of the past that looks like this one
 */
public record DriftFinding(
        DriftArea area,
        String member,
        DriftSeverity severity,
        String expected,
        String found,
        Optional<KnownBreak> known) {
    /** What stands for a member that is not there. */
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

    /**
     * A change that Pro Santé Connect made before, or a known mistake, which a difference looks like.
     *
     * @param id stable, such as {@code sandbox-hosts}
     * @param when the date or the span, such as {@code 2022-07/2022-10}
     */
    public record KnownBreak(String id, String when, Text french, Text english) {
        /** In one language: a sentence, and a sentence or two on what to do. */
        public record Text(String name, String advice) {}

        /** French where {@code locale} asks for French, English otherwise. */
        public Text text(Locale locale) {
            return locale.getLanguage().equals(Locale.FRENCH.getLanguage()) ? french : english;
        }
    }
}
