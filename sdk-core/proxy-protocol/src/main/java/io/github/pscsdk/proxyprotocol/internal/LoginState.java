package io.github.pscsdk.proxyprotocol.internal;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The response to {@code GET /v1/logins/{id}} and to {@code POST /v1/logins/{id}/code}.
 *
 * @param state {@link #PENDING}, {@link #CODE_NEEDED}, {@link #DONE} or {@link #FAILED}; perhaps another one of a later
 *     version
 * @param proxySessionId the handle of the proxy session, where done; member {@code proxy_session_id}, as ANS spells it
 * @param sessionState the session at Pro Santé Connect, where done; member {@code session_state}
 * @param triesLeft how many wrong codes are left, where a code is needed
 * @param problem the problem's code, where failed
 * @param message the problem's title in the caller's language, where failed
 * @param facts of the problem, where failed and where it has any, in the order of their names; no secret, no person. A
 *     proxy of a contract before 1.6.0 sends none
 */
public record LoginState(
        String state,
        Optional<String> proxySessionId,
        Optional<String> sessionState,
        Optional<Integer> triesLeft,
        Optional<String> problem,
        Optional<String> message,
        Map<String, String> facts) {
    /** Nobody has answered yet. */
    public static final String PENDING = "PENDING";
    /** The proxy's page shows a code that the software has not given yet. */
    public static final String CODE_NEEDED = "CODE_NEEDED";
    /** The professional is logged in. */
    public static final String DONE = "DONE";
    /** It came to nothing. */
    public static final String FAILED = "FAILED";

    private static final Optional<String> NONE = Optional.empty();

    public LoginState {
        facts = new TreeMap<>(facts);
    }

    public static LoginState pending() {
        return new LoginState(PENDING, NONE, NONE, Optional.empty(), NONE, NONE, Map.of());
    }

    public static LoginState codeNeeded(int triesLeft) {
        return new LoginState(CODE_NEEDED, NONE, NONE, Optional.of(triesLeft), NONE, NONE, Map.of());
    }

    public static LoginState done(String proxySessionId, String sessionState) {
        var handle = Optional.of(proxySessionId);
        return new LoginState(DONE, handle, Optional.of(sessionState), Optional.empty(), NONE, NONE, Map.of());
    }

    public static LoginState failed(String problem, String message, Map<String, String> facts) {
        var code = Optional.of(problem);
        return new LoginState(FAILED, NONE, NONE, Optional.empty(), code, Optional.of(message), facts);
    }

    /** Without the handle. */
    @Override
    public String toString() {
        return "LoginState[" + state + "]";
    }

    /**
     * The body of {@code POST /v1/logins/{id}/code}.
     *
     * @param code the digits that the proxy's page shows, as the person copied them; blank means absent
     */
    public record TypedCode(Optional<String> code) {
        /** Blank means absent. */
        public TypedCode {
            code = NewLogin.present(code);
        }

        /** Nothing: it is a secret of a few minutes. */
        @Override
        public String toString() {
            return "TypedCode[]";
        }
    }
}
