package io.github.pscsdk.proxy.internal.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.proxy.internal.trace.Trace;
import io.github.pscsdk.proxy.internal.trace.TraceJournal;
import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.sessionstore.TraceEntry;
import io.github.pscsdk.sessionstore.TracePosition;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Traces as the contract has them, which is how they are kept too. */
public final class TraceLines {
    private TraceLines() {}

    /** A trace under the names of the contract; the same in an answer and in a file. */
    @JsonPropertyOrder({"type", "timestamp"})
    interface NamesOfTrace {
        @JsonProperty("IdRPPS")
        Optional<String> nationalId();

        @JsonProperty("proxy_id_session")
        Optional<String> proxySession();

        @JsonProperty("session_state")
        Optional<String> sessionState();

        @JsonProperty("dn")
        Optional<String> certificateSubject();
    }

    interface NamesOfApiRequest {
        @JsonProperty("nomApiPsc")
        Optional<String> backend();

        @JsonProperty("methode")
        String method();
    }

    /** A trace that is there and cannot be read here, by its time. */
    private record UnreadableTrace(String timestamp, String problem) {}

    private record Page(List<Object> traces, Optional<String> next) {
        @Override
        public String toString() {
            return "Page[" + traces.size() + "]";
        }
    }

    /**
     * Body of {@code GET /traces}. Throws a {@link StoreException}, {@code STORE_UNREADABLE}, if one cannot be read
     * here.
     */
    public static byte[] array(List<TraceEntry> traces) {
        return ProxyJson.write(traces.stream()
                .map(entry -> read(entry.value()).orElseThrow(TraceLines::unknown))
                .toList());
    }

    /** Body of {@code GET /v1/traces}. */
    public static byte[] page(TraceJournal.Page page) {
        return ProxyJson.write(new Page(
                page.traces().stream().map(TraceLines::told).toList(),
                page.next().map(TracePosition::toString)));
    }

    public static String line(TraceEntry entry) {
        return new String(ProxyJson.write(told(entry)), StandardCharsets.UTF_8);
    }

    /** Whether a trace is there in a way that this version and this key ring can read. */
    public static boolean isReadable(TraceEntry entry) {
        return entry.failure().isEmpty() && read(entry.value()).isPresent();
    }

    private static Object told(TraceEntry entry) {
        return isReadable(entry)
                ? read(entry.value()).orElseThrow()
                : new UnreadableTrace(entry.position().timestamp().toString(), LoginProblem.STORE_UNREADABLE.code());
    }

    private static StoreException unknown() {
        return StoreException.unreadable("a trace was written by another version, or changed");
    }

    /** A trace as it is kept: one line without its end, in UTF-8. */
    public static byte[] write(Trace trace) {
        return ProxyJson.write(trace);
    }

    public static Optional<Trace> read(byte[] written) {
        return ProxyJson.read(written, Trace.class);
    }
}
