package io.github.pscsdk.testkit.simulator.internal.psc.login;

import io.github.pscsdk.testkit.simulator.internal.psc.session.PollAnswer;
import io.github.pscsdk.testkit.simulator.internal.psc.session.Session;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * What an authorization code (RFC 6749 §4.1) stands for.
 *
 * @param session opened by the login
 * @param redirectUri where the code was sent; the exchange must name the same URI
 * @param nonce for the ID token
 * @param challenge S256 challenge (RFC 7636), if the request had one
 * @param expiresAt the end of its life
 * @param outcome the answer to the exchange
 */
public record AuthorizationCode(
        Session session,
        String redirectUri,
        String nonce,
        Optional<String> challenge,
        Instant expiresAt,
        PollAnswer outcome) {

    /** RFC 7636 §4.6. A verifier without a challenge in the request is refused too, because one of the two was tampered with. */
    public boolean isVerifiedBy(Optional<String> verifier) {
        return challenge.equals(verifier.map(AuthorizationCode::s256));
    }

    private static String s256(String verifier) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "AuthorizationCode[" + session + "]";
    }
}
