package io.github.pscsdk.proxy.internal.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.proxy.internal.session.Caller;
import io.github.pscsdk.proxy.internal.trace.Trace;
import io.github.pscsdk.proxy.internal.trace.TraceJournal;
import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.sessionstore.TraceEntry;
import io.github.pscsdk.sessionstore.TracePosition;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Traces as the contract has them, which is how they are kept too. */
public final class TraceLines {
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
                    Objects.requireNonNull(type),
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

    /** A trace that is there and cannot be read here, by its time. */
    @JsonPropertyOrder({"timestamp", "problem"})
    private record UnreadableTrace(String timestamp, String problem) {}

    /** A page under {@code /v1}. */
    @JsonPropertyOrder({"traces", "next"})
    private record Page(List<Object> traces, Optional<String> next) {
        /** Prints nothing personal. */
        @Override
        public String toString() {
            return "Page[" + traces.size() + "]";
        }
    }

    /**
     * Body of {@code GET /traces}, all of which can be read.
     *
     * @throws StoreException {@code STORE_UNREADABLE} if one cannot be read here
     */
    public byte[] array(List<TraceEntry> traces) {
        return Json.write(traces.stream()
                .map(entry -> Line.of(read(entry.value()).orElseThrow(TraceLines::unknown)))
                .toList());
    }

    /** Body of {@code GET /v1/traces}. */
    public byte[] page(TraceJournal.Page page) {
        return Json.write(new Page(
                page.traces().stream().map(this::told).toList(), page.next().map(TracePosition::toString)));
    }

    /** One line of an export, without its end. */
    public String line(TraceEntry entry) {
        return new String(Json.write(told(entry)), StandardCharsets.UTF_8);
    }

    /** Whether a trace is there in a way that this version and this key ring can read. */
    public boolean isReadable(TraceEntry entry) {
        return entry.failure().isEmpty() && read(entry.value()).isPresent();
    }

    private Object told(TraceEntry entry) {
        return isReadable(entry)
                ? read(entry.value()).map(Line::of).orElseThrow()
                : new UnreadableTrace(entry.position().timestamp().toString(), LoginProblem.STORE_UNREADABLE.code());
    }

    private static StoreException unknown() {
        return StoreException.unreadable("a trace was written by another version, or changed");
    }

    /** A trace as it is kept: one line without its end, in UTF-8. */
    public byte[] write(Trace trace) {
        return Json.write(Line.of(trace));
    }

    /** The trace that was written; empty where it is none. */
    public Optional<Trace> read(byte[] written) {
        try {
            return Json.read(written, Line.class).map(Line::trace);
        } catch (DateTimeException | NullPointerException e) {
            // Half a line, or somebody's edit: a member is missing or no instant.
            return Optional.empty();
        }
    }
}
