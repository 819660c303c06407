package io.github.pscsdk.example.lab.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIncludeProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.declaration.rules.Finding.Severity;
import io.github.pscsdk.example.lab.outcome.Summary;

/** Writes the outcome of rows for {@code --json} and {@code --report}, and where the servers are. */
public final class JsonWriter {
    /** Ignores what it does not know, and writes for people. */
    static final ObjectMapper PLAIN = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .addMixIn(Finding.class, FindingMixIn.class)
            .build();

    private static final ObjectWriter ONE_LINE = PLAIN.writer().without(SerializationFeature.INDENT_OUTPUT);

    private JsonWriter() {}

    private record Document(String input, @JsonUnwrapped Summary summary) {}

    /** A finding as the form writes it. */
    @JsonIncludeProperties({"rule", "severity", "field", "fr", "en"})
    private abstract static class FindingMixIn {
        @JsonCreator
        FindingMixIn(
                @JsonProperty("rule") String rule,
                @JsonProperty("severity") Severity severity,
                @JsonProperty("field") String field,
                @JsonProperty("fr") String fr,
                @JsonProperty("en") String en) {}
    }

    /** One document on several lines. */
    public static String summary(String input, Summary summary) {
        return write(PLAIN.writer(), new Document(input, summary));
    }

    /** One object on one line. */
    public static String oneLine(Object document) {
        return write(ONE_LINE, document);
    }

    private static String write(ObjectWriter json, Object document) {
        try {
            return json.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("counts, texts and addresses can always be written", e);
        }
    }
}
