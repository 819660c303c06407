package io.github.pscsdk.relyingparty.internal.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** Turns records into bytes and back. */
public final class RelyingPartyJson {
    // UserInfo, the deepest document there is, has 6 levels.
    private static final int MAX_DEPTH = 32;

    private static final Pattern ERROR_CODE = Pattern.compile("[a-z_]{1,60}");

    /** Takes a number where a string stands and the reverse. */
    static final JsonMapper TOLERANT = documents().build();
    /** Takes neither, nor a null in a list: a signature check depends on its members' types. */
    static final JsonMapper STRICT = documents()
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    c -> List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)
                            .forEach(shape -> c.setCoercion(shape, CoercionAction.Fail)))
            .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
            .build();
    /** Leaves out what is absent, which is most of an address. */
    private static final JsonMapper STORED = base().defaultPropertyInclusion(
                    JsonInclude.Value.construct(Include.NON_ABSENT, Include.NON_ABSENT))
            .build();

    private RelyingPartyJson() {}

    /**
     * For documents of others. A member that stands twice is refused: readers disagree on which counts (RFC 8259,
     * section 4).
     */
    private static JsonMapper.Builder documents() {
        return base().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
    }

    private static JsonMapper.Builder base() {
        var constraints = StreamReadConstraints.builder()
                .maxNestingDepth(MAX_DEPTH)
                .maxNumberLength(100)
                .build();
        return JsonMapper.builder(
                        JsonFactory.builder().streamReadConstraints(constraints).build())
                .addModule(new Jdk8Module())
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY);
    }

    public static byte[] write(Record value) {
        return write(STORED, value);
    }

    static int length(Record value) {
        return write(TOLERANT, value).length;
    }

    private static byte[] write(JsonMapper mapper, Record value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a " + value.getClass().getSimpleName() + " cannot be written", e);
        }
    }

    /** The record that {@link #write} made; members added or dropped since do not matter. */
    public static <T extends Record> T read(byte[] json, Class<T> type) throws UnreadableJsonException {
        return read(STORED, json, type);
    }

    /** The same; empty where another version wrote something else, which is as good as absent. */
    public static <T extends Record> Optional<T> readIfKnown(byte[] json, Class<T> type) {
        try {
            return Optional.of(read(json, type));
        } catch (UnreadableJsonException e) {
            return Optional.empty();
        }
    }

    static <T> T read(JsonMapper mapper, byte[] json, Class<T> type) throws UnreadableJsonException {
        return read(mapper, json, type, type);
    }

    static ObjectNode readObject(byte[] json, Class<?> expected) throws UnreadableJsonException {
        return read(TOLERANT, json, ObjectNode.class, expected);
    }

    private static <T> T read(JsonMapper mapper, byte[] json, Class<T> type, Class<?> expected)
            throws UnreadableJsonException {
        try {
            demandUtf8(json);
            var value = mapper.readValue(json, type);
            if (value == null) {
                throw new IOException("the document is null");
            }
            return value;
        } catch (IOException | RuntimeException e) {
            // Of the second kind, too: records refuse what cannot be right.
            throw new UnreadableJsonException(expected, e);
        }
    }

    /** The keys of a set (RFC 7517), each for itself: empty where one is no object. */
    public static List<Optional<Map<String, Object>>> readKeySet(byte[] json) throws UnreadableJsonException {
        var keys = readObject(json, JsonNode.class).path("keys");
        if (!keys.isArray()) {
            throw new UnreadableJsonException(JsonNode.class, new IOException("no list of keys"));
        }
        return StreamSupport.stream(keys.spliterator(), false)
                .map(key -> Optional.of(key)
                        .filter(JsonNode::isObject)
                        .map(members -> TOLERANT.convertValue(members, new TypeReference<Map<String, Object>>() {})))
                .toList();
    }

    /**
     * The error code of an answer (RFC 6749, section 5.2), where it is JSON and has one that looks like a code and can
     * be logged. The description is left unread, since it may quote the request.
     */
    public static Optional<String> readErrorCode(byte[] json) {
        try {
            var error = readObject(json, JsonNode.class).path("error");
            return Optional.ofNullable(error.textValue())
                    .filter(code -> ERROR_CODE.matcher(code).matches());
        } catch (UnreadableJsonException e) {
            // An error page of a proxy or a load balancer: there is no code, and that is an answer, too.
            return Optional.empty();
        }
    }

    /** RFC 8259, section 8.1; Jackson would read other encodings. */
    private static void demandUtf8(byte[] json) throws IOException {
        for (var i = 0; i < Math.min(json.length, 4); i++) {
            // A zero is of UTF-16 or UTF-32; the marks of all encodings begin with a byte from EF on.
            if (json[i] == 0 || i == 0 && (json[i] & 0xFF) >= 0xEF) {
                throw new IOException("not UTF-8, or with a mark");
            }
        }
    }

    /** Not the JSON that was expected. Carries no cause: Jackson's messages quote what they stumbled on. */
    public static final class UnreadableJsonException extends Exception {
        private static final long serialVersionUID = 1L;

        UnreadableJsonException(Class<?> expected, Exception reason) {
            super("not a readable " + expected.getSimpleName() + " ("
                    + reason.getClass().getSimpleName() + ")");
        }
    }
}
