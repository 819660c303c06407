package io.github.pscsdk.relyingparty.internal.session;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.internal.json.LogoutTokenClaims;
import io.github.pscsdk.relyingparty.internal.oidc.LogoutTokenVerifier;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoreCalls;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logouts that PSC reports: OpenID Connect Back-Channel Logout 1.0. Each is taken once, on whatever node, and ends its sessions with their tokens for APIs. */
public final class ReportedLogouts {
    private static final Logger log = LoggerFactory.getLogger(ReportedLogouts.class);

    private final LogoutTokenVerifier verifier;
    private final Sessions sessions;
    private final SessionStore store;
    private final StoreCalls calls;
    private final StoreKeys keys;
    private final Duration leeway;
    private final Clock clock;

    public ReportedLogouts(
            LogoutTokenVerifier verifier,
            Sessions sessions,
            SessionStore store,
            StoreCalls calls,
            StoreKeys keys,
            Duration leeway,
            Clock clock) {
        this.verifier = verifier;
        this.sessions = sessions;
        this.store = store;
        this.calls = calls;
        this.keys = keys;
        this.leeway = leeway;
        this.clock = clock;
    }

    /** Verifies the token and ends what it says has ended. */
    public CompletableFuture<Void> accept(String logoutToken) {
        return verifier.verify(logoutToken)
                .thenCompose(claims -> calls.run(() -> {
                    checkIsNew(claims);
                    end(claims);
                    return null;
                }));
    }

    private void checkIsNew(LogoutTokenClaims claims) throws PscException {
        var until = Instant.ofEpochSecond(claims.expiresAt()).plus(leeway);
        var left = Duration.between(clock.instant(), until);
        // It was verified a moment ago, and may be past by now.
        var lifetime = left.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : left;
        if (store.putIfAbsent(keys.logoutToken(claims.id()), new byte[0], lifetime)
                .isEmpty()) {
            throw new PscException(LoginProblem.LOGOUT_TOKEN_REJECTED, "it was seen before");
        }
    }

    private void end(LogoutTokenClaims claims) {
        var sid = claims.sid().filter(name -> !name.isBlank());
        if (sid.isPresent()) {
            sessions.endedAtPsc(sid.get());
        } else {
            sessions.allEndedAtPsc(claims.subject().orElseThrow());
        }
        log.info("PSC reports the logout of {}", sid.isPresent() ? "a session" : "all sessions of a person");
    }
}
