package io.github.pscsdk.relyingparty.session;

import io.github.pscsdk.relyingparty.internal.profile.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The handle of a session: whoever has it acts as the professional, so it travels in a cookie only and is never logged.
 *
 * @param value 16 to 128 characters of the base64url alphabet
 */
public record SessionId(String value) {
    private static final Pattern SHAPE = Pattern.compile("[0-9A-Za-z_-]{16,128}");
    private static final int MARK = 4;
    private static final String HMAC = "HmacSHA256";
    private static final byte[] PURPOSE = "form of a page".getBytes(StandardCharsets.UTF_8);

    /** The name of the hidden field that carries the {@link #formToken} of each form. */
    public static final String FORM_FIELD = "csrf";

    /** The message never repeats the value. */
    public SessionId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a session id");
        }
    }

    /** Draws one of 256 bits from a secure random source. */
    public static SessionId draw() {
        return new SessionId(Secrets.draw());
    }

    /** The same behind {@value #MARK} characters that all ids of that client begin with: see {@link #mayBeOf}. */
    public static SessionId draw(String clientId) {
        return new SessionId(mark(clientId) + draw().value);
    }

    /**
     * Whether a session of that client may have this handle: a hint, which spares a host of many clients to look at all
     * of them.
     */
    public boolean mayBeOf(String clientId) {
        return value.startsWith(mark(clientId));
    }

    private static String mark(String clientId) {
        return Secrets.digest(clientId).substring(0, MARK);
    }

    /** Reads what a browser sent, which anybody may have written: empty unless it has the shape of a session id. */
    public static Optional<SessionId> read(String value) {
        return SHAPE.matcher(value).matches() ? Optional.of(new SessionId(value)) : Optional.empty();
    }

    /**
     * The token that each form of this session carries in the hidden field {@link #FORM_FIELD}, which no other site can
     * read. Made of the handle, so nothing is kept, and good for as long as the session, whether that is open or not.
     */
    public String formToken() {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(value.getBytes(StandardCharsets.UTF_8), HMAC));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(PURPOSE));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }

    /**
     * Whether a form of this session was sent; takes as long whatever was given.
     *
     * @param given the field's value; empty where the field was missing
     */
    public boolean isFormToken(String given) {
        return MessageDigest.isEqual(
                formToken().getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    /** Hides the value. */
    @Override
    public String toString() {
        return "SessionId[…]";
    }
}
