package io.github.pscsdk.workstation.internal.json;

import java.net.URI;
import java.util.Optional;

/**
 * The answer to {@code POST /v1/logins}. Its member {@code deadline} is ignored: it is told by the server's clock, and
 * the clock of a workstation may be minutes away from it.
 */
public record LoginStarted(String id, Optional<URI> authorizationUri) {
    /** Nothing: who knows the address may finish the login. */
    @Override
    public String toString() {
        return "LoginStarted[]";
    }
}
