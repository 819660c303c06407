package io.github.pscsdk.httpclient.internal;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/** Why a call got no answer, for logs. */
public final class CallFailure {
    /** Begins OkHttp's message where the HTTP proxy opens no way to the host. */
    private static final String NO_WAY_OPENED = "Unexpected response code for CONNECT";

    /** OkHttp's message where nobody listens, with the address: that of the HTTP proxy where there is one. */
    private static final Pattern REFUSED = Pattern.compile("Failed to connect to [^ /]*/(\\S+)");

    private static final String WANTS_LOGIN = "the HTTP proxy wants a name and a password, or refuses them";

    private CallFailure() {}

    /** For a client other than OkHttp: the HTTP proxy answered {@code CONNECT} with that status. */
    public static IOException noWayOpened(int status) {
        return new IOException(NO_WAY_OPENED + ": " + status);
    }

    /** The kind of the failure; of its message, which may quote what a peer has sent, an address alone. */
    public static String reason(Throwable failure) {
        var message = String.valueOf(failure.getMessage());
        if (failure instanceof ProxyLogin.UnmetException login) {
            return login.isPossible() ? WANTS_LOGIN : "the HTTP proxy does not offer Basic";
        } else if (message.startsWith(NO_WAY_OPENED)) {
            return message.endsWith(" 407") ? WANTS_LOGIN : "the HTTP proxy opens no way to the host";
        } else if (failure instanceof UnknownHostException) {
            return "no such host";
        } else if (failure instanceof SocketTimeoutException || failure instanceof TimeoutException) {
            return "no answer in time";
        } else if (failure instanceof NoRouteToHostException) {
            return "no route to host";
        } else if (failure instanceof ConnectException) {
            var address = REFUSED.matcher(message);
            return address.matches() ? "connection refused by " + address.group(1) : "connection refused";
        } else if (failure instanceof SSLException) {
            return "no TLS, or a certificate that is not trusted";
        }
        return failure instanceof EOFException || failure instanceof SocketException
                ? "connection lost"
                : failure.getClass().getSimpleName();
    }
}
