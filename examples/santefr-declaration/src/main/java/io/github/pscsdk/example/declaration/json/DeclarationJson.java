package io.github.pscsdk.example.declaration.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The one Jackson of the form: records in and out. A document that is read has bounds, and no member that its record
 * lacks; a refusal names the place, never a value. Null and an empty text count as absent, and nothing is written for
 * what is absent.
 */
public final class DeclarationJson {
    // One place has few offers; without a limit, a small body of wrong ones would ask for a huge answer.
    private static final int MOST_ELEMENTS = 50;

    private static final JsonMapper MAPPER = mapper(true);
    /** A member written twice is how PSC itself answered in 2021, so only our own callers are refused it. */
    private static final JsonMapper TOLERANT = mapper(false);

    private DeclarationJson() {}

    /** Reads a record that a caller sent. */
    public static <T> T read(byte[] bytes, Class<T> type) throws MalformedJsonException {
        var document = read(MAPPER, bytes);
        dropAbsent(document, "");
        return bound(document, type);
    }

    /** Reads what no caller of ours sent: without a bound on lists, and whatever members are there twice. */
    public static <T> T readTolerantly(byte[] bytes, Class<T> type) throws MalformedJsonException {
        return bound(read(TOLERANT, bytes), type);
    }

    public static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a record that cannot be written", e);
        }
    }

    static ObjectNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** The record that a document holds which is surely one. */
    static <T> T known(JsonNode document, Class<T> type) {
        try {
            return bound(document, type);
        } catch (MalformedJsonException e) {
            throw new IllegalStateException("a path that no declaration has", e);
        }
    }

    private static <T> T bound(JsonNode document, Class<T> type) throws MalformedJsonException {
        try {
            return Optional.ofNullable(MAPPER.treeToValue(document, type))
                    .orElseThrow(() -> new MalformedJsonException("the document must be an object"));
        } catch (MismatchedInputException e) {
            throw new MalformedJsonException(fault(e, document));
        } catch (JsonProcessingException e) {
            throw new MalformedJsonException("not what is expected");
        }
    }

    private static JsonNode read(ObjectMapper mapper, byte[] bytes) throws MalformedJsonException {
        try {
            var node = mapper.readTree(bytes);
            if (!node.isMissingNode()) {
                return node;
            }
        } catch (IOException e) {
            // The original message quotes the document.
            var location = e instanceof JsonProcessingException malformed ? malformed.getLocation() : null;
            throw new MalformedJsonException("not JSON"
                    + (location == null
                            ? ""
                            : ", line " + location.getLineNr() + ", column " + location.getColumnNr()));
        }
        throw new MalformedJsonException("empty");
    }

    private static void dropAbsent(JsonNode node, String place) throws MalformedJsonException {
        if (node instanceof ArrayNode list && list.size() > MOST_ELEMENTS) {
            throw new MalformedJsonException(place + " has more than " + MOST_ELEMENTS + " elements");
        }
        if (node instanceof ObjectNode object) {
            object.properties()
                    .removeIf(member -> member.getValue().isNull()
                            || "".equals(member.getValue().textValue()));
        }
        for (var i = 0; i < node.size() && node.isArray(); i++) {
            dropAbsent(node.get(i), place + "[" + i + "]");
        }
        for (var member : node.properties()) {
            dropAbsent(member.getValue(), member(place, member.getKey()));
        }
    }

    private static String fault(MismatchedInputException e, JsonNode document) {
        var isUnknown = e instanceof UnrecognizedPropertyException;
        var place = "";
        var node = document;
        for (var step : e.getPath().subList(0, e.getPath().size() - (isUnknown ? 1 : 0))) {
            var name = step.getFieldName();
            node = name == null ? node.path(step.getIndex()) : node.path(name);
            place = name == null ? place + "[" + step.getIndex() + "]" : member(place, name);
        }
        var wanted = e.getTargetType();
        if (isUnknown || wanted == DayOfWeek.class) {
            // A name may hold anything, so it is not repeated.
            return named(place) + " has an unknown member";
        }
        if (node.isMissingNode()) {
            return place + " is missing";
        }
        var kind = wanted == String.class
                ? "a text"
                : wanted == int.class
                        ? "a whole number"
                        : Collection.class.isAssignableFrom(wanted) ? "a list" : "an object";
        return named(place) + " must be " + kind;
    }

    private static String named(String place) {
        return place.isEmpty() ? "the document" : place;
    }

    private static String member(String place, String name) {
        return place.isEmpty() ? name : place + "." + name;
    }

    private static JsonMapper mapper(boolean strict) {
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
        var emptyForNull = JsonSetter.Value.construct(Nulls.AS_EMPTY, Nulls.FAIL);
        return JsonMapper.builder(factory)
                .addModules(
                        new Jdk8Module(), new SimpleModule().addSerializer(Instant.class, ToStringSerializer.instance))
                .addMixIn(DayOfWeek.class, InLowerCase.class)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(
                        LogicalType.Textual,
                        texts -> List.of(
                                        CoercionInputShape.Integer,
                                        CoercionInputShape.Float,
                                        CoercionInputShape.Boolean)
                                .forEach(shape -> texts.setCoercion(shape, CoercionAction.Fail)))
                .withConfigOverride(List.class, lists -> lists.setSetterInfo(emptyForNull))
                .withConfigOverride(Set.class, sets -> sets.setSetterInfo(emptyForNull))
                .withConfigOverride(Map.class, maps -> maps.setSetterInfo(emptyForNull))
                .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS))
                .build();
    }

    /** Days by their names in lower case. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    private interface InLowerCase {}
}
