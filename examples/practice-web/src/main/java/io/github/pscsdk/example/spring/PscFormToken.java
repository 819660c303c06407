package io.github.pscsdk.example.spring;

import io.github.pscsdk.relyingparty.PscSession;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The token that each form of a session carries in the hidden field {@link #FIELD}: no other site can read it, so no other
 * site can send the form. It is made of the session's handle, which it does not give away, so there is nothing to keep.
 */
public final class PscFormToken {
    /** The name of the field. */
    public static final String FIELD = "csrf";

    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] PURPOSE = "form of a page".getBytes(StandardCharsets.UTF_8);

    private PscFormToken() {}

    /** The value of the field. */
    public static String of(PscSession session) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(session.id().value().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(PURPOSE));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    static boolean matches(PscSession session, String given) {
        return MessageDigest.isEqual(
                of(session).getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
