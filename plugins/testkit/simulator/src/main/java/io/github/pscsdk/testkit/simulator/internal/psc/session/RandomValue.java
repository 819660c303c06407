package io.github.pscsdk.testkit.simulator.internal.psc.session;

import java.security.SecureRandom;
import java.util.Base64;

/** Draws values that hold no information, for identifiers and tokens. */
public final class RandomValue {
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomValue() {}

    public static String draw() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
