package io.github.pscsdk.workstation.internal.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/** The body of {@code POST /v1/logins}; the optional members are those of the back-channel way in. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record LoginStart(
        String wayIn,
        String clientId,
        Optional<String> nationalId,
        Optional<String> channel,
        Optional<String> bindingMessage) {

    /** The way in only. */
    @Override
    public String toString() {
        return "LoginStart[" + wayIn + "]";
    }
}
