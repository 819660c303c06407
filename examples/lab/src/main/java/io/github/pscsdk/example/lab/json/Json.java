package io.github.pscsdk.example.lab.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIncludeProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.declaration.rules.Finding.Severity;

/** The mappers of this package. */
final class Json {
    /** Ignores what it does not know, and writes for people. */
    static final ObjectMapper PLAIN = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .addMixIn(Finding.class, FindingMixIn.class)
            .build();

    /** Writes for programs that read line by line. */
    static final ObjectMapper ONE_LINE =
            JsonMapper.builder().addMixIn(Finding.class, FindingMixIn.class).build();

    private Json() {}

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
}
