package io.github.pscsdk.proxy.internal.json;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.tracestore.TraceEntry;
import io.github.pscsdk.tracestore.TracePosition;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Traces as callers and operators get them: those that cannot be read here are not passed over. */
public final class TraceLines {
    private TraceLines() {}

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
                .map(entry -> Trace.read(entry.value()).orElseThrow(TraceLines::unknown))
                .toList());
    }

    /** Body of {@code GET /v1/traces}. */
    public static byte[] page(List<TraceEntry> traces, Optional<TracePosition> next) {
        return ProxyJson.write(
                new Page(traces.stream().map(TraceLines::told).toList(), next.map(TracePosition::toString)));
    }

    public static String line(TraceEntry entry) {
        return new String(ProxyJson.write(told(entry)), StandardCharsets.UTF_8);
    }

    /** Whether a trace is there in a way that this version and this key ring can read. */
    public static boolean isReadable(TraceEntry entry) {
        return entry.failure().isEmpty() && Trace.read(entry.value()).isPresent();
    }

    private static Object told(TraceEntry entry) {
        return isReadable(entry)
                ? Trace.read(entry.value()).orElseThrow()
                : new UnreadableTrace(entry.position().timestamp().toString(), LoginProblem.STORE_UNREADABLE.code());
    }

    private static StoreException unknown() {
        return StoreException.unreadable("a trace was written by another version, or changed");
    }
}
