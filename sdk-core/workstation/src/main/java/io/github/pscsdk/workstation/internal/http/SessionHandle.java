package io.github.pscsdk.workstation.internal.http;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.proxyprotocol.internal.LoggedIn;
import io.github.pscsdk.spi.Grant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The proxy session of one login: whoever sends it acts for the professional. Cannot be printed by accident, and a
 * plug-in that holds it as its grant cannot read it.
 */
public final class SessionHandle implements Grant {
    // RFC 6265, section 4.1.1: cookie-octet.
    private static final Pattern SHAPE = Pattern.compile("[\\x21\\x23-\\x2B\\x2D-\\x3A\\x3C-\\x5B\\x5D-\\x7E]{1,512}");

    private final String value;
    private final Optional<LoggedIn> known;

    private SessionHandle(String value, Optional<LoggedIn> known) throws PscException {
        if (!SHAPE.matcher(value).matches()) {
            throw new PscException(LoginProblem.SERVER_HALF_ANSWER_INVALID, "a session handle fits into no cookie");
        }
        this.value = value;
        this.known = known;
    }

    /** The handle as the server half gave it; it must fit into a cookie. */
    public static SessionHandle received(String value) throws PscException {
        return new SessionHandle(value, Optional.empty());
    }

    /** The same by ANS's plain contract, with all that is known of the session: nothing more can be asked. */
    static SessionHandle ofPlainContract(String value, LoggedIn known) throws PscException {
        return new SessionHandle(value, Optional.of(known));
    }

    /** All that is known of the session, where it was opened by ANS's plain contract. */
    Optional<LoggedIn> known() {
        return known;
    }

    /** Whether the server half says no more of the session than that it was opened. */
    public boolean isOfPlainContract() {
        return known.isPresent();
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
