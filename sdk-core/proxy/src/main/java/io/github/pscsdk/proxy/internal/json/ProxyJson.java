package io.github.pscsdk.proxy.internal.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.proxyprotocol.internal.LoggedIn;
import io.github.pscsdk.proxyprotocol.internal.LoginState;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads and writes the bodies of this service. */
public final class ProxyJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addMixIn(Instant.class, Iso8601.class)
            .annotationIntrospector(new SealedByName())
            .addMixIn(NationalId.class, PlainString.class)
            .addMixIn(LoginState.class, NamesOfLogin.class)
            .addMixIn(LoggedIn.class, NamesOfLogin.class)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
            // A newer caller may add members.
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private ProxyJson() {}

    /** A value of a sealed type carries the name of its record, by which it is read. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "name")
    private static final class SealedByName extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;
        private static final JsonTypeInfo.Value BY_NAME =
                JsonTypeInfo.Value.from(SealedByName.class.getAnnotation(JsonTypeInfo.class));

        @Override
        public JsonTypeInfo.Value findPolymorphicTypeInfo(MapperConfig<?> config, Annotated type) {
            return type.getRawType().isSealed() ? BY_NAME : super.findPolymorphicTypeInfo(config, type);
        }

        @Override
        public List<NamedType> findSubtypes(Annotated type) {
            return type.getRawType().isSealed()
                    ? Arrays.stream(type.getRawType().getPermittedSubclasses())
                            .map(NamedType::new)
                            .toList()
                    : super.findSubtypes(type);
        }
    }

    /** As ISO 8601 has it. */
    private interface Iso8601 {
        @JsonCreator
        static Instant parse(CharSequence text) {
            return Instant.parse(text);
        }

        @JsonValue
        String toString();
    }

    private interface PlainString {
        @JsonValue
        String value();
    }

    private interface NamesOfLogin {
        @JsonProperty("proxy_session_id")
        Optional<String> proxySessionId();

        @JsonProperty("session_state")
        Optional<String> sessionState();

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        Map<String, String> facts();
    }

    /** UTF-8; absent members are left out. */
    public static byte[] write(Object body) {
        try {
            return MAPPER.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a body of ours cannot be written", e);
        }
    }

    /**
     * The body as {@code type}; empty where it is no JSON object that could be one. Members that are missing are null.
     */
    public static <T> Optional<T> read(byte[] body, Class<T> type) {
        try {
            return Optional.ofNullable(MAPPER.readValue(body, type));
        } catch (IOException e) {
            // Dropped on purpose: the parser's message may quote the body.
            return Optional.empty();
        }
    }
}
