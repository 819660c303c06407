package io.github.pscsdk.relyingparty.internal.session;

import io.github.pscsdk.relyingparty.PscSession;
import io.github.pscsdk.relyingparty.internal.json.IdTokenClaims;
import io.github.pscsdk.relyingparty.internal.json.TokenAnswer;
import io.github.pscsdk.relyingparty.internal.json.UserInfo;
import io.github.pscsdk.relyingparty.internal.oidc.SignedIdentity;
import java.util.concurrent.CompletableFuture;

/**
 * Whether the ID token of a refresh is still about the person of the session. The same {@code sub} says so (OpenID Connect Core 1.0, section
 * 12.2). As names became technical in 2026, a session may get another {@code sub} in its midst: then the person is compared, by the signed
 * identifier or by UserInfo.
 */
public final class RefreshedPerson {
    private final UserInfoSource userInfo;

    /** Reads the professional's data, which must be of the person of that {@code sub}. */
    @FunctionalInterface
    public interface UserInfoSource {
        CompletableFuture<UserInfo> read(String accessToken, String subject);
    }

    public RefreshedPerson(UserInfoSource userInfo) {
        this.userInfo = userInfo;
    }

    /**
     * False where it is somebody else, or where nobody can tell.
     *
     * @param subject {@code sub} of the session
     * @param claims of the new ID token, which was verified
     */
    CompletableFuture<Boolean> isSame(PscSession session, String subject, TokenAnswer answer, IdTokenClaims claims) {
        var signed = SignedIdentity.of(claims);
        if (claims.subject().equals(subject) || signed.names(session.professional())) {
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
}
