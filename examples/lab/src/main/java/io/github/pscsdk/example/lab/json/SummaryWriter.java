package io.github.pscsdk.example.lab.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.pscsdk.example.lab.outcome.RuleCount;
import io.github.pscsdk.example.lab.outcome.Summary;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes the summary for {@code --json}. */
public final class SummaryWriter {
    private record Document(
            String input,
            int read,
            int accepted,
            int acceptedWithWarnings,
            int toCorrect,
            int rejected,
            List<RuleCount> rules,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, URI> addresses) {}

    private SummaryWriter() {}

    /**
     * One document on several lines.
     *
     * @param input the file's name, or what stands for it
     * @param addresses of the servers that go on running, by name; may be empty
     */
    public static String write(String input, Summary summary, Map<String, URI> addresses) {
        Objects.requireNonNull(input, "input");
        var document = new Document(
                input,
                summary.read(),
                summary.accepted(),
                summary.acceptedWithWarnings(),
                summary.toCorrect(),
                summary.rejected(),
                summary.rules(),
                addresses);
        try {
            return Json.PLAIN.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("counts can always be written", e);
        }
    }
}
