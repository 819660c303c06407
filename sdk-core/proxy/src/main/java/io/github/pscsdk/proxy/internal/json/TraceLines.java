package io.github.pscsdk.proxy.internal.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.github.pscsdk.proxy.internal.access.Caller;
import io.github.pscsdk.proxy.internal.trace.Trace;
import io.github.pscsdk.proxy.internal.trace.TraceFolder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Traces as the contract and the files have them. */
public final class TraceLines implements TraceFolder.Format {
    /** A trace under the names of the contract; the same in an answer and in a file. */
    @JsonPropertyOrder({"type", "timestamp"})
    private record Line(
            Trace.Type type,
            String timestamp,
            Optional<String> clientId,
            @JsonProperty("IdRPPS") Optional<String> nationalId,
            String ipAddress,
            List<Integer> ports,
            @JsonProperty("proxy_id_session") Optional<String> proxySession,
            @JsonProperty("session_state") Optional<String> sessionState,
            Optional<String> dn,
            Optional<ApiRequest> apiRequest) {

        static Line of(Trace trace) {
            return new Line(
                    trace.type(),
                    trace.timestamp().toString(),
                    trace.clientId(),
                    trace.nationalId(),
                    trace.origin().ipAddress(),
                    trace.origin().ports(),
                    trace.proxySession(),
                    trace.sessionState(),
                    trace.certificateSubject(),
                    trace.apiRequest().map(ApiRequest::of));
        }

        Trace trace() {
            return new Trace(
                    type,
                    Instant.parse(timestamp),
                    new Caller.Origin(ipAddress, ports),
                    clientId,
                    nationalId,
                    proxySession,
                    sessionState,
                    dn,
                    apiRequest.map(ApiRequest::trace));
        }

        /** Prints nothing personal. */
        @Override
        public String toString() {
            return "Line[" + type + "]";
        }
    }

    /** What was sent on, under the names of the contract. */
    private record ApiRequest(Optional<String> nomApiPsc, String methode, String path) {
        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        ApiRequest {}

        /** As earlier versions wrote it: the method, a space, the path. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static ApiRequest of(String text) {
            var space = text.indexOf(' ');
            return new ApiRequest(Optional.empty(), text.substring(0, Math.max(space, 0)), text.substring(space + 1));
        }

        static ApiRequest of(Trace.ApiRequest request) {
            return new ApiRequest(request.backend(), request.method(), request.path());
        }

        Trace.ApiRequest trace() {
            return new Trace.ApiRequest(nomApiPsc, methode, path);
        }
    }

    /** Body of {@code GET /traces}. */
    public static byte[] array(List<Trace> traces) {
        return Json.write(traces.stream().map(Line::of).toList());
    }

    @Override
    public String line(Trace trace) {
        return new String(Json.write(Line.of(trace)), StandardCharsets.UTF_8);
    }

    @Override
    public Optional<Trace> parse(String line) {
        try {
            return Json.read(line.getBytes(StandardCharsets.UTF_8), Line.class).map(Line::trace);
        } catch (DateTimeException | NullPointerException e) {
            // Half a line, or somebody's edit: a member is missing or no instant.
            return Optional.empty();
        }
    }
}
