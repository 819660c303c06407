package io.github.pscsdk.proxy.internal.json;

import java.util.Optional;

/**
 * Body of a successful {@code POST /v1/logins}.
 *
 * @param id to follow and cancel it
 * @param deadline ISO 8601 instant
 * @param authorizationUri where the browser must go; in the browser way in only
 */
public record LoginStarted(String id, String deadline, Optional<String> authorizationUri) {
    /** Nothing: whoever has the id follows the login. */
    @Override
    public String toString() {
        return "LoginStarted[]";
    }
}
