package io.github.pscsdk.proxy.internal.trace;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One event of the contract's {@code /traces}.
 *
 * @param clientId the software's, where the caller named one
 * @param nationalId of the professional, where the caller or the session named one
 * @param ports of the connection: the caller's, then our own
 * @param proxySession the proxy session, but on a failure
 * @param sessionState the PSC session, but on a failure
 * @param certificateSubject of the certificate that the client id authenticates with, where it does
 * @param apiRequest what was sent on, on {@code SEND} alone
 */
public record Trace(
        Type type,
        Instant timestamp,
        Optional<String> clientId,
        Optional<String> nationalId,
        String ipAddress,
        List<Integer> ports,
        Optional<String> proxySession,
        Optional<String> sessionState,
        Optional<String> certificateSubject,
        Optional<ApiRequest> apiRequest) {
    /**
     * A request to a backend, whose name earlier versions left out; without the query, which may hold a patient's data.
     */
    public record ApiRequest(Optional<String> backend, String method, String path) {
        /** As earlier versions wrote it: the method, a space, the path. */
        public static ApiRequest valueOf(String text) {
            var space = text.indexOf(' ');
            return new ApiRequest(Optional.empty(), text.substring(0, Math.max(space, 0)), text.substring(space + 1));
        }
    }

    /** Kinds of events; the names are the contract's. */
    public enum Type {
        /** A login succeeded. */
        CONNECT_SUCCESS,
        /** A login was asked for by the owner of an active session: nothing was done. */
        CONNECT_REPLAY,
        /** A login failed, was cancelled, or was asked for in a way that cannot be. */
        CONNECT_FAILURE,
        /** A request went to a backend. */
        SEND,
        /** A session was ended by its owner. */
        DISCONNECT
    }

    public Trace {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(timestamp, "timestamp");
        ports = List.copyOf(ports);
    }

    @Override
    public String toString() {
        return "Trace[" + type + ", " + timestamp + "]";
    }
}
