package io.github.pscsdk.proxy.internal.json;

import io.github.pscsdk.proxy.internal.trace.Trace;
import io.github.pscsdk.proxy.internal.trace.TraceFormat;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;

/** Traces as the contract and the files have them. */
public final class TraceLines implements TraceFormat {
    /** Body of {@code GET /traces}. */
    public static byte[] array(List<Trace> traces) {
        return Json.write(traces.stream().map(TraceLine::of).toList());
    }

    @Override
    public String line(Trace trace) {
        return new String(Json.write(TraceLine.of(trace)), StandardCharsets.UTF_8);
    }

    @Override
    public Optional<Trace> parse(String line) {
        try {
            return Json.read(line.getBytes(StandardCharsets.UTF_8), TraceLine.class)
                    .map(TraceLine::trace);
        } catch (DateTimeException | NullPointerException e) {
            // Half a line, or somebody's edit: a member is missing or no instant.
            return Optional.empty();
        }
    }
}
