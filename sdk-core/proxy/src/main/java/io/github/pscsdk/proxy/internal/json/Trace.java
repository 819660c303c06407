package io.github.pscsdk.proxy.internal.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One event of the contract's {@code /traces}, under the names of the contract; the same in an answer and where it is
 * kept.
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
        @JsonProperty("IdRPPS") Optional<String> nationalId,
        String ipAddress,
        List<Integer> ports,
        @JsonProperty("proxy_id_session") Optional<String> proxySession,
        @JsonProperty("session_state") Optional<String> sessionState,
        @JsonProperty("dn") Optional<String> certificateSubject,
        Optional<ApiRequest> apiRequest) {
    /** A request to a backend; without the query, which may hold a patient's data. */
    public record ApiRequest(
            @JsonProperty("nomApiPsc") String backend,
            @JsonProperty("methode") String method,
            String path) {}

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

    /** One line without its end, in UTF-8. */
    public byte[] written() {
        return ProxyJson.write(this);
    }

    /** The trace that {@link #written} made; empty where it is none. */
    public static Optional<Trace> read(byte[] written) {
        return ProxyJson.read(written, Trace.class);
    }

    @Override
    public String toString() {
        return "Trace[" + type + ", " + timestamp + "]";
    }
}
