package io.github.pscsdk.proxy.internal.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Under which keys the proxy keeps what is not the relying party's. Each holds a digest: whoever reads it can follow no login, and learns of nobody. */
public final class StoreKeys {
    private StoreKeys() {}

    public static String of(String kind, String secret) {
        return "psc-proxy/" + kind + "/" + digest(secret);
    }

    private static String digest(String secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
