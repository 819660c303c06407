package io.github.pscsdk.example.lab.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.pscsdk.example.lab.outcome.Outcome;
import io.github.pscsdk.example.lab.outcome.Summary;
import java.net.URI;
import java.util.Map;
import java.util.Objects;

/** Writes what became of rows: of all for {@code --json}, of each for {@code --report}. */
public final class SummaryWriter {
    private record Document(
            String input,
            @JsonUnwrapped Summary summary,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, URI> addresses) {}

    private SummaryWriter() {}

    /**
     * One document on several lines.
     *
     * @param addresses of the servers that go on running, by name; may be empty
     */
    public static String write(String input, Summary summary, Map<String, URI> addresses) {
        Objects.requireNonNull(input, "input");
        return write(Json.PLAIN, new Document(input, summary, addresses));
    }

    /** One object on one line. */
    public static String write(Outcome outcome) {
        return write(Json.ONE_LINE, outcome);
    }

    private static String write(ObjectMapper json, Object document) {
        try {
            return json.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("counts and texts can always be written", e);
        }
    }
}
