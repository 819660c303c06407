package io.github.pscsdk.testkit.simulator.internal.psc;

import io.github.pscsdk.testkit.simulator.internal.persona.PollAnswer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * What a code of the login page stands for.
 *
 * @param session opened by the login
 * @param redirectUri where it went; the exchange must name the same
 * @param nonce for the ID token
 * @param challenge S256 challenge (RFC 7636), if the request had one
 * @param expiresAt until when
 * @param outcome what the exchange yields
 */
record LoginCode(
        Session session,
        String redirectUri,
        String nonce,
        Optional<String> challenge,
        Instant expiresAt,
        PollAnswer outcome) {

    /** RFC 7636 §4.6. A verifier for a request that had no challenge is refused too: one of both was tampered with. */
    boolean isVerifiedBy(Optional<String> verifier) {
        return challenge.equals(verifier.map(LoginCode::s256));
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
        return "LoginCode[" + session + "]";
    }
}
