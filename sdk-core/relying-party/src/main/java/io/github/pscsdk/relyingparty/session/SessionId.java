package io.github.pscsdk.relyingparty.session;

import io.github.pscsdk.relyingparty.internal.profile.Secrets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The handle of a session: whoever has it acts as the professional, so it travels in a cookie only and is never logged.
 *
 * @param value 16 to 128 characters of the base64url alphabet
 */
public record SessionId(String value) {
    private static final Pattern SHAPE = Pattern.compile("[0-9A-Za-z_-]{16,128}");
    private static final int MARK = 4;

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

    /** Hides the value. */
    @Override
    public String toString() {
        return "SessionId[…]";
    }
}
