package io.github.pscsdk.testkit.simulator.internal.psc;

import java.security.SecureRandom;
import java.util.Base64;

/** Values that mean nothing to whoever holds them. */
final class Opaque {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Opaque() {}

    /** 256 random bits. */
    static String draw() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
