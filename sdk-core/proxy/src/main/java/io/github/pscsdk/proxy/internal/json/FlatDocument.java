package io.github.pscsdk.proxy.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A JSON object made flat: {@code a.b} is member b of the object a, or of every object in the list a. Values are texts,
 * in the order of the document. A member that stands twice in one object is kept with both values, and {@code
 * repeated}.
 */
public record FlatDocument(Map<String, List<String>> members, Set<String> repeated) {
    private static final JsonFactory JSON = new JsonFactory();

    public FlatDocument {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        repeated = Set.copyOf(repeated);
    }

    public static FlatDocument read(byte[] json) throws IOException {
        var flat = new Reader();
        // As text: Jackson would read other encodings than UTF-8, too (RFC 8259, section 8.1).
        try (var parser = JSON.createParser(new String(json, StandardCharsets.UTF_8))) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("not an object");
            }
            flat.object(parser, "");
            if (parser.nextToken() != null) {
                throw new IOException("more than one object");
            }
            return new FlatDocument(flat.members, flat.repeated);
        }
    }

    /** Reads one that stands in a token: RFC 7515, section 3. */
    public static FlatDocument readBase64Url(String part) throws IOException {
        try {
            return read(Base64.getUrlDecoder().decode(part));
        } catch (IllegalArgumentException e) {
            throw new IOException("not base64url", e);
        }
    }

    public List<String> values(String member) {
        return members.getOrDefault(member, List.of());
    }

    public boolean has(String member) {
        return members.containsKey(member) || members.keySet().stream().anyMatch(name -> name.startsWith(member + "."));
    }

    @Override
    public String toString() {
        return "FlatDocument[" + members.size() + " members]";
    }

    private static final class Reader {
        private final Map<String, List<String>> members = new LinkedHashMap<>();
        private final Set<String> repeated = new TreeSet<>();

        private void object(JsonParser parser, String prefix) throws IOException {
            Set<String> seen = new HashSet<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                var name = prefix + parser.currentName();
                if (!seen.add(name)) {
                    repeated.add(name);
                }
                parser.nextToken();
                value(parser, name);
            }
        }

        private void value(JsonParser parser, String name) throws IOException {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                object(parser, name + ".");
            } else if (parser.currentToken() == JsonToken.START_ARRAY) {
                members.computeIfAbsent(name, first -> new ArrayList<>());
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    value(parser, name);
                }
            } else {
                members.computeIfAbsent(name, first -> new ArrayList<>()).add(parser.getText());
            }
        }
    }
}
