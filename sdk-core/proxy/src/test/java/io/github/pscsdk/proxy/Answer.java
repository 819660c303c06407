package io.github.pscsdk.proxy;

import io.github.pscsdk.proxy.internal.json.JsonView;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;

/** What the proxy answered. */
public record Answer(int status, HttpHeaders headers, byte[] body) {
    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The member at this path, such as {@code /metadata/clientId}; empty where it is absent. */
    String json(String pointer) {
        return JsonView.of(body).text(pointer);
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** The session that the answer's cookie names. */
    String sessionCookie() {
        var cookie = header("Set-Cookie");
        return cookie.substring("proxy_session_id=".length(), cookie.indexOf(';'));
    }
}
