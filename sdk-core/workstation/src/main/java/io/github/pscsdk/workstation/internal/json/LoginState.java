package io.github.pscsdk.workstation.internal.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/**
 * The answer to {@code GET /v1/logins/{id}} and to {@code POST /v1/logins/{id}/code}.
 *
 * @param state {@code PENDING}, {@code CODE_NEEDED}, {@code DONE} or {@code FAILED}
 * @param session the handle of the proxy session, where done
 * @param problem the problem's code, where failed
 * @param triesLeft how many wrong codes are left, where a code is needed
 */
public record LoginState(
        String state,
        @JsonProperty("proxy_session_id") Optional<String> session,
        Optional<String> problem,
        Optional<Integer> triesLeft) {

    /** Whether nobody has answered yet. */
    public boolean isPending() {
        return "PENDING".equals(state);
    }

    /** Whether the code of the page is awaited. */
    public boolean needsCode() {
        return "CODE_NEEDED".equals(state);
    }

    /** Without the handle. */
    @Override
    public String toString() {
        return "LoginState[" + state + "]";
    }
}
