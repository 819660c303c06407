package io.github.pscsdk.proxy.internal.login;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes unguessable ids from a secure random source. */
final class RandomId {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 24;

    private RandomId() {}

    /** 192 bits, base64url. */
    static String draw() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
