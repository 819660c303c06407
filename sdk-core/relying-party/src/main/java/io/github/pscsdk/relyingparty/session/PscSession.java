package io.github.pscsdk.relyingparty.session;

import io.github.pscsdk.api.Means;
import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.relyingparty.RelyingParty;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A professional is logged in. A snapshot: asking {@link RelyingParty#session} again tells whether it still holds.
 *
 * @param id the handle, drawn afresh for each login
 * @param clientId the client id under which the professional logged in
 * @param professional who it is
 * @param authMode the means, to the letter, where PSC says it; see {@link #means}
 * @param acr the level of assurance, where the ID token says it
 * @param scopes what PSC granted, in its order; empty where an earlier version of this SDK kept the session
 * @param sessionState the session at PSC: the ID token's {@code sid}, else {@code session_state}; empty where PSC names
 *     none
 * @param authenticatedAt when the professional proved who they are ({@code auth_time}); may lie before this login
 * @param expiresAt when the session ends at the latest, whatever the activity
 */
public record PscSession(
        SessionId id,
        String clientId,
        Professional professional,
        Optional<String> authMode,
        Optional<String> acr,
        Set<String> scopes,
        String sessionState,
        Instant authenticatedAt,
        Instant expiresAt) {
    public PscSession {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(professional, "professional");
        Objects.requireNonNull(authMode, "authMode");
        Objects.requireNonNull(acr, "acr");
        scopes = Collections.unmodifiableSet(new LinkedHashSet<>(scopes));
        Objects.requireNonNull(sessionState, "sessionState");
        Objects.requireNonNull(authenticatedAt, "authenticatedAt");
        Objects.requireNonNull(expiresAt, "expiresAt");
    }

    /** The means, where PSC says it; may be one that this version does not know. */
    public Optional<Means> means() {
        return authMode.flatMap(Means::named);
    }

    /** Whether the session ends at the latest within that time; {@code now} is by the relying party's clock. */
    public boolean endsWithin(Duration time, Instant now) {
        return expiresAt.isBefore(now.plus(time));
    }

    /** Prints neither the handle nor the person. */
    @Override
    public String toString() {
        return "PscSession[" + clientId + ", " + means().map(Means::name).orElse("?") + ", until " + expiresAt + "]";
    }
}
