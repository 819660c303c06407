package io.github.pscsdk.proxyprotocol.internal;

import java.util.Optional;

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
