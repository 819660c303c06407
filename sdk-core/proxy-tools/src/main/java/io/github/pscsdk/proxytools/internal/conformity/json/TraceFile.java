package io.github.pscsdk.proxytools.internal.conformity.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.pscsdk.proxy.internal.json.TraceFileLines;
import io.github.pscsdk.proxy.internal.json.TraceLines;
import io.github.pscsdk.proxy.internal.trace.Trace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Traces as {@code GET /traces} answers them, or as the proxy's folder keeps them. Reads only: the folder stays as it is. */
public final class TraceFile {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final TraceLines LINES = new TraceLines();

    private TraceFile() {}

    /**
     * Reads an export, a file of JSON lines, or all {@code traces-*.jsonl} of a folder, none of it encrypted. Half a line, as a power cut leaves it,
     * is passed over.
     *
     * @throws IOException if it cannot be read, or holds not a single trace
     */
    public static List<Trace> read(Path place) throws IOException {
        List<Trace> traces = new ArrayList<>();
        for (var file : Files.isDirectory(place) ? files(place) : List.of(place)) {
            // Not Files.readString, which fails on half a character.
            var text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            for (var line : elements(text).toList()) {
                // Those that can be read would not be all.
                if (TraceFileLines.isEncrypted(line)) {
                    throw new IOException("traces in it are encrypted: give what proxy-esante traces prints");
                }
                LINES.read(line.getBytes(StandardCharsets.UTF_8)).ifPresent(traces::add);
            }
        }
        if (traces.isEmpty()) {
            throw new IOException("not a single trace");
        }
        return traces;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().matches("traces-.*\\.jsonl"))
                    .sorted()
                    .toList();
        }
    }

    private static Stream<String> elements(String text) throws IOException {
        if (!text.stripLeading().startsWith("[")) {
            return text.lines();
        }
        try {
            return StreamSupport.stream(MAPPER.readTree(text).spliterator(), false)
                    .map(JsonNode::toString);
        } catch (JsonProcessingException e) {
            // Without its cause: the parser's message may quote a trace.
            throw new IOException("not the answer of /traces");
        }
    }
}
