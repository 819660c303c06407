package io.github.pscsdk.relyingparty.internal.session;

import static io.github.pscsdk.relyingparty.internal.async.Steps.step;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.SessionStore;
import io.github.pscsdk.relyingparty.internal.json.LogoutTokenClaims;
import io.github.pscsdk.relyingparty.internal.oidc.LogoutTokenVerifier;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logouts that PSC reports: OpenID Connect Back-Channel Logout 1.0. */
public final class Logouts {
    private static final Logger log = LoggerFactory.getLogger(Logouts.class);

    private final LogoutTokenVerifier verifier;
    private final SessionStore store;
    private final StoreKeys keys;
    private final EndedSessions marks;
    private final Duration sessionLimit;
    private final Duration leeway;
    private final Clock clock;

    public Logouts(
            LogoutTokenVerifier verifier,
            SessionStore store,
            StoreKeys keys,
            Duration sessionLimit,
            Duration leeway,
            Clock clock) {
        this.verifier = verifier;
        this.store = store;
        this.keys = keys;
        this.marks = new EndedSessions(store, keys);
        this.sessionLimit = sessionLimit;
        this.leeway = leeway;
        this.clock = clock;
    }

    /** Verifies the token and ends what it says has ended. */
    public CompletableFuture<Void> accept(String logoutToken) {
        return verifier.verify(logoutToken).thenApply(step(claims -> {
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
            marks.endSession(sid.get(), until);
        } else {
            marks.endSessionsOf(claims.subject().orElseThrow(), now, until);
        }
        log.info("PSC reports the logout of {}", sid.isPresent() ? "a session" : "all sessions of a person");
    }
}
