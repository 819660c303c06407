package io.github.pscsdk.relyingparty.internal.session;

import io.github.pscsdk.api.Professional;
import io.github.pscsdk.relyingparty.PscSession;
import io.github.pscsdk.relyingparty.SessionId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A session as it lies in the store. Times are seconds since 1970.
 *
 * @param subject {@code sub} of the ID token: by it PSC names the person when it reports a logout
 * @param openedAt when this session began here, which is after {@code authenticatedAt}
 */
record StoredSession(
        Professional professional,
        Optional<String> authMode,
        Optional<String> acr,
        String sessionState,
        String subject,
        long authenticatedAt,
        long openedAt,
        long expiresAt) {

    /** Refuses what another version may have written without. */
    StoredSession {
        Objects.requireNonNull(professional, "professional");
        Objects.requireNonNull(sessionState, "sessionState");
        Objects.requireNonNull(subject, "subject");
    }

    static StoredSession of(PscSession session, String subject, Instant openedAt) {
        return new StoredSession(
                session.professional(),
                session.authMode(),
                session.acr(),
                session.sessionState(),
                subject,
                session.authenticatedAt().getEpochSecond(),
                openedAt.getEpochSecond(),
                session.expiresAt().getEpochSecond());
    }

    PscSession under(SessionId id, String clientId) {
        return new PscSession(
                id,
                clientId,
                professional,
                authMode,
                acr,
                sessionState,
                Instant.ofEpochSecond(authenticatedAt),
                Instant.ofEpochSecond(expiresAt));
    }

    /** Prints no value: it is about a person. */
    @Override
    public String toString() {
        return "StoredSession[]";
    }
}
