package io.github.pscsdk.relyingparty.web;

import io.github.pscsdk.relyingparty.session.SessionId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The token that each form of a session carries in the hidden field {@link #FIELD}, which no other site can read. Made
 * of the session's handle (HMAC-SHA-256), so nothing is kept, and good for as long as the session.
 *
 * @param value of the hidden field
 */
public record FormToken(String value) {
    /** The name of the hidden field. */
    public static final String FIELD = "csrf";

    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] PURPOSE = "form of a page".getBytes(StandardCharsets.UTF_8);

    /** The token of that session's forms, whether the session is open or not. */
    public static FormToken of(SessionId session) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(session.value().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return new FormToken(Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(PURPOSE)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /**
     * Whether a form of this session was sent; takes as long whatever was given.
     *
     * @param given the field's value; empty where the field was missing
     */
    public boolean matches(String given) {
        return MessageDigest.isEqual(value.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    /** Hides the value. */
    @Override
    public String toString() {
        return "FormToken[…]";
    }
}
