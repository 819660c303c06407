package io.github.pscsdk.workstation.internal.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/**
 * The answer to {@code GET /v1/logins/{id}}.
 *
 * @param state {@code PENDING}, {@code DONE} or {@code FAILED}
 * @param session the handle of the proxy session, where done
 * @param problem the problem's code, where failed
 */
public record LoginState(
        String state, @JsonProperty("proxy_session_id") Optional<String> session, Optional<String> problem) {

    /** Without the handle. */
    @Override
    public String toString() {
        return "LoginState[" + state + "]";
    }
}
