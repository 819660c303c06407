package io.github.pscsdk.relyingparty.internal.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Turns records into bytes and back. */
public final class RelyingPartyJson {
    // UserInfo, the deepest document there is, has 6 levels.
    private static final int MAX_DEPTH = 32;

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
    /** Skips whatever has another type than expected: one odd field must not lock a professional out. */
    static final JsonMapper LENIENT = documents()
            .addHandler(new LenientFields())
            .withCoercionConfigDefaults(c -> c.setCoercion(CoercionInputShape.EmptyString, CoercionAction.AsNull))
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
        try {
            return STORED.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a " + value.getClass().getSimpleName() + " cannot be written", e);
        }
    }

    static int length(Record value) {
        try {
            return TOLERANT.writeValueAsBytes(value).length;
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

    /** Reads token by token; whoever reads looks for members that come twice. */
    static JsonParser parser(byte[] json) throws IOException {
        demandUtf8(json);
        return STORED.createParser(json);
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

    /** Reads a field of another type than expected as absent. The document itself must still be an object. */
    private static final class LenientFields extends DeserializationProblemHandler {
        @Override
        public Object handleUnexpectedToken(
                DeserializationContext context, JavaType target, JsonToken token, JsonParser parser, String message)
                throws IOException {
            return isInside(parser) ? skip(parser) : NOT_HANDLED;
        }

        @Override
        public Object handleMissingInstantiator(
                DeserializationContext context,
                Class<?> target,
                ValueInstantiator instantiator,
                JsonParser parser,
                String message)
                throws IOException {
            return isInside(parser) ? skip(parser) : NOT_HANDLED;
        }

        private static boolean isInside(JsonParser parser) {
            var here = parser.getParsingContext();
            // The start of an object or array has already opened a context of its own.
            var around =
                    parser.currentToken() != null && parser.currentToken().isStructStart() ? here.getParent() : here;
            return around != null && !around.inRoot();
        }

        private static Object skip(JsonParser parser) throws IOException {
            parser.skipChildren();
            return null;
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
