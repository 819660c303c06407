package io.github.pscsdk.proxy.internal.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.github.pscsdk.proxy.internal.trace.CallOrigin;
import io.github.pscsdk.proxy.internal.trace.Trace;
import io.github.pscsdk.proxy.internal.trace.TraceType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A trace under the names of the contract; the same in an answer and in a file. */
@JsonPropertyOrder({"type", "timestamp"})
record TraceLine(
        TraceType type,
        String timestamp,
        Optional<String> clientId,
        @JsonProperty("IdRPPS") Optional<String> nationalId,
        String ipAddress,
        List<Integer> ports,
        @JsonProperty("proxy_id_session") Optional<String> proxySession,
        @JsonProperty("session_state") Optional<String> sessionState,
        Optional<String> dn,
        Optional<String> apiRequest) {

    static TraceLine of(Trace trace) {
        return new TraceLine(
                trace.type(),
                trace.timestamp().toString(),
                trace.clientId(),
                trace.nationalId(),
                trace.origin().ipAddress(),
                trace.origin().ports(),
                trace.proxySession(),
                trace.sessionState(),
                trace.certificateSubject(),
                trace.apiRequest());
    }

    Trace trace() {
        return new Trace(
                type,
                Instant.parse(timestamp),
                new CallOrigin(ipAddress, ports),
                clientId,
                nationalId,
                proxySession,
                sessionState,
                dn,
                apiRequest);
    }

    /** Prints nothing personal. */
    @Override
    public String toString() {
        return "TraceLine[" + type + "]";
    }
}
