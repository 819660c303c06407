package io.github.pscsdk.workstation.internal.http;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import java.util.regex.Pattern;

/** The proxy session of one login: whoever holds it acts for the professional. Cannot be printed by accident. */
public final class SessionHandle {
    // RFC 6265, section 4.1.1: cookie-octet.
    private static final Pattern SHAPE = Pattern.compile("[\\x21\\x23-\\x2B\\x2D-\\x3A\\x3C-\\x5B\\x5D-\\x7E]{1,512}");

    private final String value;

    private SessionHandle(String value) {
        this.value = value;
    }

    /** The handle as the server half gave it; it must fit into a cookie. */
    static SessionHandle received(String value) throws PscException {
        if (!SHAPE.matcher(value).matches()) {
            throw new PscException(LoginProblem.SERVER_HALF_ANSWER_INVALID, "a session handle fits into no cookie");
        }
        return new SessionHandle(value);
    }

    /** Returns the handle itself, for a {@code Cookie} header. Search for callers in review. */
    String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "SessionHandle[****]";
    }
}
