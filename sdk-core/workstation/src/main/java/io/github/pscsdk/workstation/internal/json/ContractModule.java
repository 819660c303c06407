package io.github.pscsdk.workstation.internal.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.github.pscsdk.api.Environment;
import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.proxyprotocol.LoggedIn;
import io.github.pscsdk.proxyprotocol.LoginState;
import io.github.pscsdk.proxyprotocol.NewLogin;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** Tells Jackson how the documents write identifiers, times and environments (as plain strings), and which members are named with an underscore. */
final class ContractModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    ContractModule() {
        super("psc-contract");
        addDeserializer(NationalId.class, new FromText<>(NationalId.class, NationalId::new));
        // ISO 8601 with any offset.
        addDeserializer(
                Instant.class,
                new FromText<>(Instant.class, text -> OffsetDateTime.parse(text).toInstant()));
        addDeserializer(Environment.class, new FromText<>(Environment.class, ContractModule::environment));
        setMixInAnnotation(NewLogin.class, WithoutAbsentMembers.class);
        setMixInAnnotation(LoginState.class, NamesOfLoginState.class);
        setMixInAnnotation(LoggedIn.class, NamesOfLoggedIn.class);
    }

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    private interface WithoutAbsentMembers {}

    private interface NamesOfLoginState {
        @JsonProperty("proxy_session_id")
        Optional<String> proxySessionId();

        @JsonProperty("session_state")
        Optional<String> sessionState();
    }

    private interface NamesOfLoggedIn {
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

    private static final class FromText<T> extends StdDeserializer<T> {
        private static final long serialVersionUID = 1L;

        private final transient Function<String, T> reading;

        FromText(Class<T> type, Function<String, T> reading) {
            super(type);
            this.reading = reading;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            try {
                return reading.apply(parser.getText());
            } catch (RuntimeException e) {
                return context.reportInputMismatch(
                        this, "not a %s", handledType().getSimpleName());
            }
        }
    }
}
