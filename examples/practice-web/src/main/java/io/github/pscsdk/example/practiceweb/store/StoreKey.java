package io.github.pscsdk.example.practiceweb.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** A key in the store of the sessions that does not give away whose it is: whoever can read the store shall not learn it. */
public final class StoreKey {
    private static final String APPLICATION = "practice-web/";

    private StoreKey() {}

    /**
     * The key.
     *
     * @param subject what is kept under it
     * @param owner the handle of a session, or whatever else it belongs to
     */
    public static String of(String subject, String owner) {
        try {
            var prefix = APPLICATION + subject + "/";
            var digest = MessageDigest.getInstance("SHA-256");
            var hash = digest.digest((prefix + owner).getBytes(StandardCharsets.UTF_8));
            return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
