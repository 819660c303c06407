package io.github.pscsdk.proxy.internal.send;

import io.github.pscsdk.relyingparty.ApiToken;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * A request on its way to a backend.
 *
 * @param method the HTTP method
 * @param target the whole address
 * @param headers those that are passed on, by name
 * @param body may be empty
 * @param token for the {@code Authorization} header; empty where the backend asks for none
 */
public record ForwardedRequest(
        String method, URI target, Map<String, String> headers, byte[] body, Optional<ApiToken> token) {
    /** Method, host and size. */
    @Override
    public String toString() {
        return "ForwardedRequest[" + method + " " + target.getHost() + ", " + body.length + " bytes]";
    }
}
