package io.github.pscsdk.proxy.internal.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import java.util.OptionalInt;

/** Body of {@code GET /v1/logins/{id}}. */
public record LoginState(
        String state,
        @JsonProperty("proxy_session_id") Optional<String> proxySession,
        @JsonProperty("session_state") Optional<String> sessionState,
        OptionalInt triesLeft,
        Optional<String> problem,
        Optional<String> message) {

    /** Nobody has answered yet. */
    public static LoginState pending() {
        return new LoginState(
                "PENDING", Optional.empty(), Optional.empty(), OptionalInt.empty(), Optional.empty(), Optional.empty());
    }

    /** The browser's page shows a code that the software has not given yet. */
    public static LoginState codeNeeded(int triesLeft) {
        return new LoginState(
                "CODE_NEEDED",
                Optional.empty(),
                Optional.empty(),
                OptionalInt.of(triesLeft),
                Optional.empty(),
                Optional.empty());
    }

    /** The professional is logged in. */
    public static LoginState done(String proxySession, String sessionState) {
        return new LoginState(
                "DONE",
                Optional.of(proxySession),
                Optional.of(sessionState),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** It came to nothing. */
    public static LoginState failed(String problem, String message) {
        return new LoginState(
                "FAILED",
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.of(problem),
                Optional.of(message));
    }

    /** The state only. */
    @Override
    public String toString() {
        return "LoginState[" + state + "]";
    }
}
