package io.github.pscsdk.proxyprotocol;

import java.net.URI;
import java.util.Optional;

/**
 * The answer to {@code POST /v1/logins}.
 *
 * @param id by which the login is followed and cancelled
 * @param deadline ISO 8601 instant by the proxy's clock, for a person to read: a workstation's clock may be minutes away from it
 * @param authorizationUri the page to open; in the browser way in only
 */
public record LoginStarted(String id, Optional<String> deadline, Optional<URI> authorizationUri) {
    /** Nothing: who knows the id or the address may take the login over. */
    @Override
    public String toString() {
        return "LoginStarted[]";
    }
}
