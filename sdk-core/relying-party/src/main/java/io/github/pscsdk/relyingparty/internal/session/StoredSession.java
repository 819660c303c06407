package io.github.pscsdk.relyingparty.internal.session;

import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.internal.async.Events;
import io.github.pscsdk.relyingparty.internal.async.Events.SessionEnd;
import io.github.pscsdk.relyingparty.internal.json.RelyingPartyJson;
import io.github.pscsdk.relyingparty.internal.json.RelyingPartyJson.UnreadableJsonException;
import io.github.pscsdk.relyingparty.internal.profile.PscProfile;
import io.github.pscsdk.relyingparty.internal.session.SessionTokens.ForApi;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.relyingparty.session.SessionId;
import io.github.pscsdk.sessionstore.EntryContent;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.sessionstore.StoredEntry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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
