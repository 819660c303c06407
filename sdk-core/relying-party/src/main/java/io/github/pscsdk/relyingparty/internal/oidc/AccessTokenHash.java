package io.github.pscsdk.relyingparty.internal.oidc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** {@code at_hash}: the left half of the access token's digest. OpenID Connect Core 1.0, section 3.1.3.6. */
final class AccessTokenHash {
    private AccessTokenHash() {}

    /** @param algorithm of the ID token, such as {@code RS256}; its digits name the digest */
    static String of(String accessToken, String algorithm) {
        try {
            var digest = MessageDigest.getInstance("SHA-" + algorithm.substring(2))
                    .digest(accessToken.getBytes(StandardCharsets.US_ASCII));
            var leftHalf = Arrays.copyOf(digest, digest.length / 2);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(leftHalf);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-2", e);
        }
    }
}
