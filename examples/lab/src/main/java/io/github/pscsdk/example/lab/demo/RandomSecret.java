package io.github.pscsdk.example.lab.demo;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Secrets that live as long as the demonstration: none is ever written down. */
final class RandomSecret {
    private static final int BYTES = 32;

    private RandomSecret() {}

    static String draw() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
