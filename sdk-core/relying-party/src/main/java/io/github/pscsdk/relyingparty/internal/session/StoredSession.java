package io.github.pscsdk.relyingparty.internal.session;

import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.relyingparty.session.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A session as it lies in the store, with its tokens. Times are seconds since 1970.
 *
 * @param openedAt when this session began here, which is after {@code authenticatedAt}
 */
record StoredSession(
        Professional professional,
        Optional<String> authMode,
        Optional<String> acr,
        Set<String> scopes,
        String sessionState,
        long authenticatedAt,
        long openedAt,
        long expiresAt,
        SessionTokens tokens) {
    /** Refuses what another version may have written without. */
    StoredSession {
        Objects.requireNonNull(professional, "professional");
        scopes = Objects.requireNonNullElse(scopes, Set.of());
        Objects.requireNonNull(sessionState, "sessionState");
        Objects.requireNonNull(tokens, "tokens");
    }

    static StoredSession of(PscSession session, SessionTokens tokens, Instant openedAt) {
        return new StoredSession(
                session.professional(),
                session.authMode(),
                session.acr(),
                session.scopes(),
                session.sessionState(),
                session.authenticatedAt().getEpochSecond(),
                openedAt.getEpochSecond(),
                session.expiresAt().getEpochSecond(),
                tokens);
    }

    StoredSession with(SessionTokens changed) {
        return new StoredSession(
                professional, authMode, acr, scopes, sessionState, authenticatedAt, openedAt, expiresAt, changed);
    }

    /** By what PSC reports that the session is over, in the order in which it was told; empty where PSC names none. */
    List<String> sids() {
        return Stream.concat(Stream.of(sessionState), tokens.furtherSids().stream())
                .filter(sid -> !sid.isBlank())
                .distinct()
                .toList();
    }

    Instant end() {
        return Instant.ofEpochSecond(expiresAt);
    }

    PscSession under(SessionId id, String clientId) {
        return new PscSession(
                id,
                clientId,
                professional,
                authMode,
                acr,
                scopes,
                sessionState,
                Instant.ofEpochSecond(authenticatedAt),
                end());
    }

    @Override
    public String toString() {
        return "StoredSession[]";
    }
}
