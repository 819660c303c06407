package io.github.pscsdk.example.declaration.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import io.github.pscsdk.example.declaration.Declaration;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A declaration as JSON, by the components of its records. Those of the parts of a place or an offer are members of the
 * place or the offer. Every value that is read is a text, since it is the raw text of a source; a missing member and an
 * empty text both mean that nothing is given. It is written in one way only: members in a fixed order, nothing for what
 * is absent, no blanks. Equal declarations give equal texts, so that a hash of the text stands for the content.
 */
public final class DeclarationDocument {
    private static final Set<String> HOURS =
            Arrays.stream(DayOfWeek.values()).map(DeclarationDocument::name).collect(Collectors.toSet());

    /** Looking a record up costs more than what is done with it. */
    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return Shape.of(type);
        }
    };

    private DeclarationDocument() {}

    /** @param members the names in JSON, those of parts too */
    private record Shape(
            RecordComponent[] components, List<Method> accessors, Constructor<?> constructor, Set<String> members) {
        static Shape of(Class<?> type) {
            var components = type.getRecordComponents();
            var members = Arrays.stream(components)
                    .flatMap(part -> isPart(type, part)
                            ? DeclarationDocument.members(part.getType()).stream()
                            : Stream.of(part.getName()))
                    .collect(Collectors.toSet());
            var types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            try {
                var accessors =
                        Stream.of(components).map(RecordComponent::getAccessor).toList();
                return new Shape(components, accessors, type.getDeclaredConstructor(types), members);
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("each record has that constructor", e);
            }
        }
    }

    /**
     * Reads one declaration.
     *
     * @throws MalformedJsonException if it is not JSON, has a wrong type or an unknown member
     */
    public static Declaration read(byte[] body) throws MalformedJsonException {
        return read(DeclarationJson.read(body));
    }

    /** Reads one that is a member of another document. */
    public static Declaration read(JsonObject parent, String name) throws MalformedJsonException {
        return record(Declaration.class, parent.object(name, members(Declaration.class)));
    }

    static Declaration read(JsonNode document) throws MalformedJsonException {
        return record(Declaration.class, JsonObject.of(document, members(Declaration.class)));
    }

    static JsonNode tree(Declaration declaration) {
        try (var tokens = new TokenBuffer(DeclarationJson.MAPPER, false)) {
            object(declaration, tokens);
            return DeclarationJson.MAPPER.readTree(tokens.asParser());
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
    }

    /** The canonical text; reading it gives an equal declaration. */
    public static String canonical(Declaration declaration) {
        var text = new StringWriter();
        try (var json = DeclarationJson.MAPPER.createGenerator(text)) {
            object(declaration, json);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return text.toString();
    }

    private static String name(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }

    static Set<String> members(Class<?> type) {
        return SHAPES.get(type).members;
    }

    /** Whether the components of a component stand beside the others. */
    private static boolean isPart(Class<?> owner, RecordComponent component) {
        return component.getType().isRecord() && owner != Declaration.class;
    }

    private static <T> T record(Class<T> type, JsonObject json) throws MalformedJsonException {
        var shape = SHAPES.get(type);
        var values = new Object[shape.components.length];
        for (var i = 0; i < values.length; i++) {
            values[i] = value(type, shape.components[i], json);
        }
        try {
            return type.cast(shape.constructor.newInstance(values));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the records of a declaration are public and take any text", e);
        }
    }

    private static Object value(Class<?> owner, RecordComponent component, JsonObject json)
            throws MalformedJsonException {
        var name = component.getName();
        var type = component.getType();
        if (type.isRecord()) {
            return record(type, isPart(owner, component) ? json : json.object(name, members(type)));
        }
        if (type == Map.class) {
            return hours(json.object(name, HOURS));
        }
        var element = (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
        if (type == List.class) {
            return element == String.class ? json.texts(name) : records(element, json.objects(name, members(element)));
        }
        if (element == String.class) {
            return json.text(name);
        }
        return json.has(name) ? Optional.of(record(element, json.object(name, members(element)))) : Optional.empty();
    }

    private static List<Object> records(Class<?> type, List<JsonObject> objects) throws MalformedJsonException {
        var records = new ArrayList<Object>();
        for (var object : objects) {
            records.add(record(type, object));
        }
        return records;
    }

    private static Map<DayOfWeek, String> hours(JsonObject json) throws MalformedJsonException {
        var hours = new EnumMap<DayOfWeek, String>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            json.text(name(day)).ifPresent(text -> hours.put(day, text));
        }
        return hours;
    }

    private static void object(Object record, JsonGenerator json) throws IOException {
        json.writeStartObject();
        members(record, json);
        json.writeEndObject();
    }

    private static void members(Object record, JsonGenerator json) throws IOException {
        var shape = SHAPES.get(record.getClass());
        for (var i = 0; i < shape.components.length; i++) {
            var component = shape.components[i];
            var value = value(record, shape.accessors.get(i));
            if (isPart(record.getClass(), component)) {
                members(value, json);
            } else if (value instanceof Map<?, ?> hours && !hours.isEmpty()) {
                json.writeObjectFieldStart(component.getName());
                for (var day : hours.entrySet()) {
                    json.writeStringField(name((DayOfWeek) day.getKey()), (String) day.getValue());
                }
                json.writeEndObject();
            } else if (value instanceof List<?> list && (!list.isEmpty() || record instanceof Declaration)) {
                json.writeArrayFieldStart(component.getName());
                for (var element : list) {
                    element(element, json);
                }
                json.writeEndArray();
            } else if (value instanceof Record || value instanceof Optional<?> given && given.isPresent()) {
                json.writeFieldName(component.getName());
                element(value instanceof Optional<?> given ? given.get() : value, json);
            }
        }
    }

    private static void element(Object value, JsonGenerator json) throws IOException {
        if (value instanceof String text) {
            json.writeString(text);
        } else {
            object(value, json);
        }
    }

    private static Object value(Object record, Method accessor) {
        try {
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the records of a declaration are public", e);
        }
    }
}
