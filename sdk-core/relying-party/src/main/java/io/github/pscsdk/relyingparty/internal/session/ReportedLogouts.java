package io.github.pscsdk.relyingparty.internal.session;

import static io.github.pscsdk.relyingparty.internal.async.Futures.checked;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.SessionStore;
import io.github.pscsdk.relyingparty.internal.json.LogoutTokenClaims;
import io.github.pscsdk.relyingparty.internal.oidc.LogoutTokenVerifier;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logouts that PSC reports: OpenID Connect Back-Channel Logout 1.0. A session is not searched for by the name that it has at
 * PSC, which a store of keys and bytes cannot do; a mark is left, which every node finds when it looks for one of its
 * sessions. It stays as long as a session could have lived.
 */
public final class ReportedLogouts {
    private static final Logger log = LoggerFactory.getLogger(ReportedLogouts.class);

    private final LogoutTokenVerifier verifier;
    private final SessionStore store;
    private final StoreKeys keys;
    private final Duration sessionLimit;
    private final Duration leeway;
    private final Clock clock;

    public ReportedLogouts(
            LogoutTokenVerifier verifier,
            SessionStore store,
            StoreKeys keys,
            Duration sessionLimit,
            Duration leeway,
            Clock clock) {
        this.verifier = verifier;
        this.store = store;
        this.keys = keys;
        this.sessionLimit = sessionLimit;
        this.leeway = leeway;
        this.clock = clock;
    }

    /** Verifies the token and ends what it says has ended. */
    public CompletableFuture<Void> accept(String logoutToken) {
        return verifier.verify(logoutToken).thenApply(checked(claims -> {
            checkIsNew(claims);
            end(claims);
            return null;
        }));
    }

    // Two deliveries at the very same time may both pass; they do the same thing twice.
    private void checkIsNew(LogoutTokenClaims claims) throws PscException {
        var key = keys.logoutToken(claims.id());
        if (store.get(key).isPresent()) {
            throw new PscException(LoginProblem.LOGOUT_TOKEN_REJECTED, "it was seen before");
        }
        store.put(key, new byte[0], Instant.ofEpochSecond(claims.expiresAt()).plus(leeway));
    }

    private void end(LogoutTokenClaims claims) {
        var now = clock.instant();
        var until = now.plus(sessionLimit);
        var sid = claims.sid().filter(name -> !name.isBlank());
        if (sid.isPresent()) {
            endSession(sid.get(), until);
        } else {
            endSessionsOf(claims.subject().orElseThrow(), now, until);
        }
        log.info("PSC reports the logout of {}", sid.isPresent() ? "a session" : "all sessions of a person");
    }

    /** The session of that name at PSC has ended. */
    void endSession(String sid, Instant until) {
        store.put(keys.endedSession(sid), new byte[0], until);
    }

    /** All sessions of that person that were opened until {@code now} have ended. */
    void endSessionsOf(String subject, Instant now, Instant until) {
        var second = ByteBuffer.allocate(Long.BYTES).putLong(now.getEpochSecond());
        store.put(keys.endedSubject(subject), second.array(), until);
    }

    /** Whether a session of that name at PSC, of that person and opened in that second, has ended. */
    boolean hasEnded(String sid, String subject, long openedAt) {
        return store.get(keys.endedSession(sid)).isPresent()
                || store.get(keys.endedSubject(subject))
                        .map(second -> openedAt <= ByteBuffer.wrap(second).getLong())
                        .orElse(false);
    }
}
