package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.relyingparty.SessionId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The token of the forms of one session: no other site can read it, so no other site can send the form. It is made of the
 * session's handle, which it does not give away, so there is nothing to keep.
 */
final class FormToken {
    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] PURPOSE = "form of the pages".getBytes(StandardCharsets.UTF_8);

    private FormToken() {}

    static String of(SessionId session) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(session.value().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(PURPOSE));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    static boolean matches(SessionId session, String given) {
        return MessageDigest.isEqual(
                of(session).getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
