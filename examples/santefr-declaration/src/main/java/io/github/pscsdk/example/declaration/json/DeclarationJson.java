package io.github.pscsdk.example.declaration.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;

/** The one Jackson of the form: bounded, strict about what follows the document, silent about its content. */
public final class DeclarationJson {
    static final ObjectMapper MAPPER = mapper(true);
    /** A member written twice is how PSC itself answered in 2021, so only our own callers are refused it. */
    private static final ObjectMapper TOLERANT = mapper(false);

    private DeclarationJson() {}

    public static JsonNode read(byte[] bytes) throws MalformedJsonException {
        return read(MAPPER, bytes);
    }

    /** Reads what an authorization server sent. */
    public static JsonNode readTolerantly(byte[] bytes) throws MalformedJsonException {
        return read(TOLERANT, bytes);
    }

    public static JsonGenerator generator(OutputStream out) throws IOException {
        return MAPPER.createGenerator(out);
    }

    private static JsonNode read(ObjectMapper mapper, byte[] bytes) throws MalformedJsonException {
        try {
            var node = mapper.readTree(bytes);
            if (node == null || node.isMissingNode()) {
                throw new MalformedJsonException("empty");
            }
            return node;
        } catch (MalformedJsonException e) {
            throw e;
        } catch (JsonProcessingException e) {
            // The original message quotes the document.
            throw new MalformedJsonException("not JSON" + at(e.getLocation()));
        } catch (IOException e) {
            throw new MalformedJsonException("not JSON");
        }
    }

    private static String at(JsonLocation location) {
        return location == null ? "" : ", line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static ObjectMapper mapper(boolean strict) {
        var bounds = StreamReadConstraints.builder()
                .maxNestingDepth(20)
                // The whole body of a form may stand in one field: what was kept must be readable again.
                .maxStringLength(256 * 1024)
                .maxNumberLength(100)
                .build();
        var factory = JsonFactory.builder()
                .streamReadConstraints(bounds)
                .configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION, strict)
                .configure(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION, false)
                .build();
        return JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }
}
