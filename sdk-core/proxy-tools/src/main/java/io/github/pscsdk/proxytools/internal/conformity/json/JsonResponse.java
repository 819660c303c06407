package io.github.pscsdk.proxytools.internal.conformity.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A JSON response of a proxy or of the simulator's control API, asked for one member at a time. */
public final class JsonResponse {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final JsonNode root;

    private JsonResponse(JsonNode root) {
        this.root = root;
    }

    /** What a body says; one that is no JSON says nothing. */
    public static JsonResponse of(String body) {
        try {
            return new JsonResponse(MAPPER.readTree(body));
        } catch (JsonProcessingException e) {
            // Dropped: its message may quote the body.
            return new JsonResponse(MAPPER.missingNode());
        }
    }

    /** A document of texts. */
    public static String document(Map<String, String> members) {
        return MAPPER.valueToTree(members).toString();
    }

    /** The text of a member. */
    public Optional<String> text(String member) {
        var found = root.path(member);
        return found.isValueNode() ? Optional.of(found.asText()) : Optional.empty();
    }

    /** What a member says of itself, one by one; nothing where it is no list. */
    public List<JsonResponse> list(String member) {
        return elements(member).map(JsonResponse::new).toList();
    }

    /** What a member holds. */
    public JsonResponse member(String name) {
        return new JsonResponse(root.path(name));
    }

    /** How many elements of a list are so. */
    public int count(String member, Predicate<JsonResponse> which) {
        return Math.toIntExact(
                elements(member).map(JsonResponse::new).filter(which).count());
    }

    private Stream<JsonNode> elements(String member) {
        return StreamSupport.stream(root.path(member).spliterator(), false);
    }

    /** Prints no value: it may name a person. */
    @Override
    public String toString() {
        return "JsonResponse[]";
    }
}
