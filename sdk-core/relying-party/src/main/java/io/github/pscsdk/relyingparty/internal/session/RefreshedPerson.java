package io.github.pscsdk.relyingparty.internal.session;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.PscSession;
import io.github.pscsdk.relyingparty.RelyingPartyListener.SessionEnd;
import io.github.pscsdk.relyingparty.internal.endpoint.EndSessionEndpoint;
import io.github.pscsdk.relyingparty.internal.endpoint.UserInfoEndpoint;
import io.github.pscsdk.relyingparty.internal.json.IdTokenClaims;
import io.github.pscsdk.relyingparty.internal.json.TokenAnswer;
import io.github.pscsdk.relyingparty.internal.json.UserInfo;
import io.github.pscsdk.relyingparty.internal.oidc.SignedIdentity;
import io.github.pscsdk.sessionstore.StoreCalls;
import java.util.concurrent.CompletableFuture;

/**
 * Whether the ID token of a refresh is still about the person of the session. The same {@code sub} says so (OpenID Connect Core 1.0, section
 * 12.2). As names became technical in 2026, a session may get another {@code sub} in its midst: then the person is compared, by the signed
 * identifier or by UserInfo. Where it is somebody else, or nobody can tell, the session is over, here and at PSC.
 */
public final class RefreshedPerson {
    private final Sessions sessions;
    private final StoreCalls calls;
    private final UserInfoEndpoint userInfo;
    private final EndSessionEndpoint endSession;

    public RefreshedPerson(
            Sessions sessions, StoreCalls calls, UserInfoEndpoint userInfo, EndSessionEndpoint endSession) {
        this.sessions = sessions;
        this.calls = calls;
        this.userInfo = userInfo;
        this.endSession = endSession;
    }

    /**
     * The {@code sub} that the session has from now on.
     *
     * @param tokens those before
     * @param claims of the new ID token, which was verified
     * @return fails with {@code IDENTITY_MISMATCH} once the session is over
     */
    CompletableFuture<String> compare(
            PscSession session, SessionTokens tokens, TokenAnswer answer, IdTokenClaims claims) {
        if (claims.subject().equals(tokens.subject())) {
            return CompletableFuture.completedFuture(tokens.subject());
        }
        return isSame(session, answer, claims)
                .thenCompose(same -> same
                        ? calls.run(() -> {
                            sessions.rename(session.id(), claims.subject());
                            return claims.subject();
                        })
                        : end(
                                session,
                                answer,
                                new PscException(
                                        LoginProblem.IDENTITY_MISMATCH,
                                        "a refresh brought an ID token of nobody known here")));
    }

    private CompletableFuture<Boolean> isSame(PscSession session, TokenAnswer answer, IdTokenClaims claims) {
        var signed = SignedIdentity.of(claims);
        if (signed.names(session.professional())) {
            return CompletableFuture.completedFuture(true);
        }
        return userInfo.read(answer.accessToken(), claims.subject())
                .thenApply(info -> isSame(session, signed, info))
                .exceptionally(failure -> false);
    }

    private static boolean isSame(PscSession session, SignedIdentity signed, UserInfo info) {
        var person = info.professional().orElseThrow();
        return !signed.contradicts(person) && person.identifiers().stream().anyMatch(session.professional()::isKnownAs);
    }

    /** Ends a session that may not go on with what a refresh brought; nothing of that is kept. Fails with the reason. */
    <T> CompletableFuture<T> end(PscSession session, TokenAnswer answer, PscException why) {
        endSession.endQuietly(answer.idToken().orElseThrow());
        return calls.run(() -> {
            sessions.close(session.id(), SessionEnd.REFRESH_REFUSED);
            throw why;
        });
    }
}
