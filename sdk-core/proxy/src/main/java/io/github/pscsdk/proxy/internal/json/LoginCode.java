package io.github.pscsdk.proxy.internal.json;

import java.util.Optional;

/** Body of {@code POST /v1/logins/{id}/code}. */
public record LoginCode(Optional<String> code) {
    /** Empty means missing. */
    public LoginCode {
        code = ConnectRequest.present(code);
    }

    /** Nothing: it is a secret of a few minutes. */
    @Override
    public String toString() {
        return "LoginCode[]";
    }
}
