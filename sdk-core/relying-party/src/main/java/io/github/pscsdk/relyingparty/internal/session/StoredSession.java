package io.github.pscsdk.relyingparty.internal.session;

import io.github.pscsdk.api.Professional;
import io.github.pscsdk.relyingparty.PscSession;
import io.github.pscsdk.relyingparty.SessionId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** A session as it lies in the store. Times are seconds since 1970. */
record StoredSession(
        Professional professional,
        Optional<String> authMode,
        Optional<String> acr,
        String sessionState,
        long authenticatedAt,
        long expiresAt) {

    /** Refuses what another version may have written without. */
    StoredSession {
        Objects.requireNonNull(professional, "professional");
        Objects.requireNonNull(sessionState, "sessionState");
    }

    static StoredSession of(PscSession session) {
        return new StoredSession(
                session.professional(),
                session.authMode(),
                session.acr(),
                session.sessionState(),
                session.authenticatedAt().getEpochSecond(),
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

    /** Nothing: it is about a person. */
    @Override
    public String toString() {
        return "StoredSession[]";
    }
}
