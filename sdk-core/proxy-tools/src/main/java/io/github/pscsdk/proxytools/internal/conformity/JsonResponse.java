package io.github.pscsdk.proxytools.internal.conformity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** A JSON response of a proxy or of the simulator's control API, asked for one member at a time. */
record JsonResponse(JsonNode root) {
    private static final JsonMapper MAPPER = new JsonMapper();

    /** A body; without members where it is no JSON. */
    static JsonResponse of(String body) {
        try {
            return new JsonResponse(MAPPER.readTree(body));
        } catch (JsonProcessingException e) {
            // Dropped: its message may quote the body.
            return new JsonResponse(MAPPER.missingNode());
        }
    }

    static String document(Map<String, String> members) {
        return MAPPER.valueToTree(members).toString();
    }

    Optional<String> text(String member) {
        var found = root.path(member);
        return found.isValueNode() ? Optional.of(found.asText()) : Optional.empty();
    }

    boolean has(String member, String value) {
        return text(member).filter(value::equals).isPresent();
    }

    JsonResponse member(String name) {
        return new JsonResponse(root.path(name));
    }

    /** The elements of a member; none where it is no list. */
    List<JsonResponse> list(String member) {
        return StreamSupport.stream(root.path(member).spliterator(), false)
                .map(JsonResponse::new)
                .toList();
    }

    List<String> elements() {
        return StreamSupport.stream(root.spliterator(), false)
                .map(JsonNode::toString)
                .toList();
    }

    @Override
    public String toString() {
        return "JsonResponse[]";
    }
}
