package io.github.pscsdk.workstation.internal.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.github.pscsdk.api.Environment;
import io.github.pscsdk.api.Means;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.proxyprotocol.internal.LoggedIn;
import io.github.pscsdk.proxyprotocol.internal.LoginState;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads and writes the documents of the server half, and tickets. It never sees a class of a plug-in. */
public final class DocumentMapper {
    private static final int MAX_DEPTH = 32;

    private static final ObjectMapper MAPPER = mapper();

    private DocumentMapper() {}

    /** Loads Jackson, where nothing else has yet. */
    public static void load() {}

    private static ObjectMapper mapper() {
        var constraints =
                StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build();
        var builder = JsonMapper.builder(
                        JsonFactory.builder().streamReadConstraints(constraints).build())
                .addModules(new Jdk8Module(), contract())
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES);
        for (var collection : List.of(List.class, Map.class)) {
            builder.withConfigOverride(
                    collection, absent -> absent.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)));
        }
        return builder.build();
    }

    /**
     * Tells Jackson how the documents write identifiers, times and environments (as plain strings), and which members
     * are named with an underscore.
     */
    private static SimpleModule contract() {
        return new SimpleModule("psc-contract")
                .addDeserializer(NationalId.class, new FromText<>(NationalId::new))
                .addDeserializer(Means.class, new FromText<>(Means::new))
                // ISO 8601 with any offset.
                .addDeserializer(
                        Instant.class,
                        new FromText<>(text -> OffsetDateTime.parse(text).toInstant()))
                .addDeserializer(Environment.class, new FromText<>(DocumentMapper::environment))
                .addSerializer(Instant.class, ToStringSerializer.instance)
                .setMixInAnnotation(NationalId.class, AsText.class)
                .setMixInAnnotation(Means.class, AsName.class)
                .setMixInAnnotation(LoginState.class, WithUnderscores.class)
                .setMixInAnnotation(LoggedIn.class, WithUnderscores.class);
    }

    public static byte[] write(Record document) {
        try {
            return MAPPER.writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            // Without the cause, which could hold the identifier or the code; such a record can always be written.
            throw new IllegalStateException("a document cannot be written");
        }
    }

    /** The document as the type that the contract gives it; unreadable if it is not JSON, or lacks a member. */
    public static <T> T read(byte[] document, Class<T> type) throws UnreadableException {
        return read(MAPPER.readerFor(type), document, type);
    }

    /** A document as it was written here; unreadable, too, if it has more. */
    public static <T> T readWritten(byte[] document, Class<T> type) throws UnreadableException {
        var strict = MAPPER.readerFor(type)
                .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        return read(strict, document, type);
    }

    private static <T> T read(ObjectReader reader, byte[] document, Class<T> type) throws UnreadableException {
        try {
            T read = reader.readValue(document);
            if (read == null) {
                throw new UnreadableException(type.getSimpleName() + " is null");
            }
            return read;
        } catch (JsonMappingException e) {
            throw new UnreadableException(type.getSimpleName() + " cannot be read at '" + members(e) + "'");
        } catch (IOException e) {
            throw new UnreadableException(type.getSimpleName() + " is not JSON");
        }
    }

    /** The body of an error; an empty one where it is of somebody else. */
    public static ErrorDocument error(byte[] body) {
        try {
            return read(body, ErrorDocument.class);
        } catch (UnreadableException e) {
            return new ErrorDocument(Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
        }
    }

    private static String members(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[]" : step.getFieldName())
                .collect(Collectors.joining("."));
    }

    /** An error's body; {@code code} is the status once more, and {@code problem} is in no error of ANS's. */
    public record ErrorDocument(
            Optional<String> code, Optional<String> message, Optional<String> problem, Map<String, String> facts) {
        /** The problem only: the message is written elsewhere. */
        @Override
        public String toString() {
            return "ErrorDocument[" + problem.orElse("") + "]";
        }
    }

    /** A document is not what the contract says. The message names members, never values. */
    public static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1L;

        private UnreadableException(String message) {
            super(message);
        }
    }

    private interface AsText {
        @JsonValue
        String value();
    }

    private interface AsName {
        @JsonValue
        String name();
    }

    private interface WithUnderscores {
        @JsonProperty("proxy_session_id")
        Optional<String> proxySessionId();

        @JsonProperty("session_state")
        Optional<String> sessionState();
    }

    /** A later server half may know environments that this version does not. */
    private static Environment environment(String word) {
        return Arrays.stream(Environment.values())
                .filter(known -> known.name().equals(word))
                .findFirst()
                .orElse(Environment.CUSTOM);
    }

    private static final class FromText<T> extends JsonDeserializer<T> {
        private final Function<String, T> reading;

        FromText(Function<String, T> reading) {
            this.reading = reading;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return reading.apply(parser.getText());
        }
    }

    /**
     * The body of {@code POST /connect} in ANS's contract, by which the professional is asked; all members are
     * required.
     */
    public record ConnectRequest(String nationalId, String bindingMessage, String clientId, String channel) {
        /** Nothing: it names a person. */
        @Override
        public String toString() {
            return "ConnectRequest[]";
        }
    }

    /**
     * The response to {@code POST /connect} in ANS's contract: the handle of the proxy session, and the session at Pro
     * Santé Connect.
     */
    public record ConnectResponse(
            @JsonProperty("proxy_session_id") Optional<String> proxySession,
            @JsonProperty("session_state") Optional<String> sessionState) {
        /** Nothing: it is the key of a session. */
        @Override
        public String toString() {
            return "ConnectResponse[]";
        }
    }
}
