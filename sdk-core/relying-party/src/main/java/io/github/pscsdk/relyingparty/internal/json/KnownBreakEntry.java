package io.github.pscsdk.relyingparty.internal.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.pscsdk.relyingparty.internal.json.Json.UnreadableJsonException;
import java.util.List;
import java.util.Optional;

/**
 * One entry of our own file of changes that happened before.
 *
 * @param member a regular expression; so are the next two, where they are there
 */
public record KnownBreakEntry(
        @JsonProperty("id") String id,
        @JsonProperty("when") String when,
        @JsonProperty("area") String area,
        @JsonProperty("member") String member,
        @JsonProperty("expected") Optional<String> expected,
        @JsonProperty("found") Optional<String> found,
        @JsonProperty("fr") Text french,
        @JsonProperty("en") Text english) {

    /** What it was, and what to do. */
    public record Text(
            @JsonProperty("name") String name,
            @JsonProperty("advice") String advice) {}

    private record Entries(@JsonProperty("breaks") List<KnownBreakEntry> breaks) {}

    public static List<KnownBreakEntry> read(byte[] json) throws UnreadableJsonException {
        return Json.read(Json.STRICT, json, Entries.class).breaks;
    }
}
