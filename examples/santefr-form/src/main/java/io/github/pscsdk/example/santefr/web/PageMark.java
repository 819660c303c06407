package io.github.pscsdk.example.santefr.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The mark of a form that was shown to a professional for one declaration. Unlike the token of the session's forms it can be
 * checked when the session is over: by a key of this process, which nothing else has. It names the professional to nobody.
 */
final class PageMark {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final String SEPARATOR = ".";

    private final SecretKeySpec key;

    PageMark() {
        var random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        key = new SecretKeySpec(random, ALGORITHM);
    }

    /** Stands for a professional, here and until the process ends. */
    String whose(String professional) {
        return code("whose", professional);
    }

    String of(String number, String professional) {
        var whose = whose(professional);
        return whose + SEPARATOR + code("page", whose + SEPARATOR + number);
    }

    /** Whose page it was, if that is the mark of a page that was shown here for that declaration. */
    Optional<String> whosePage(String number, String given) {
        var parts = given.split("\\.", 2);
        var expected = code("page", parts[0] + SEPARATOR + number);
        return parts.length == 2 && same(expected, parts[1]) ? Optional.of(parts[0]) : Optional.empty();
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private String code(String purpose, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal((purpose + "\n" + text).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
