package io.github.pscsdk.testkit.simulator.internal.http;

import io.github.pscsdk.testkit.persona.internal.json.JsonObjectBuilder;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** An HTTP response of the simulator, in UTF-8; {@code note} is for the list of exchanges and not sent. */
public record Reply(int status, Map<String, String> headers, String body, Optional<String> note) {
    public Reply(int status, Map<String, String> headers, String body) {
        this(status, headers, body, Optional.empty());
    }

    /** A JSON document that must not be stored (RFC 6749 §5.1). */
    public static Reply json(int status, JsonObjectBuilder document) {
        return json(status, document.text());
    }

    public static Reply json(int status, String document) {
        return unkept(status, "Content-Type", "application/json", document);
    }

    private static Reply unkept(int status, String header, String value, String body) {
        return new Reply(status, Map.of(header, value, "Cache-Control", "no-store"), body);
    }

    public static Reply redirect(URI target) {
        return unkept(302, "Location", target.toString(), "");
    }

    public static Reply empty(int status) {
        return new Reply(status, Map.of("Cache-Control", "no-store"), "");
    }

    public Reply withHeader(String name, String value) {
        var all = new LinkedHashMap<>(headers);
        all.put(name, value);
        return new Reply(status, Map.copyOf(all), body, note);
    }

    Reply withBody(String other) {
        return new Reply(status, headers, other, note);
    }

    public Reply noted(Optional<String> text) {
        return new Reply(status, headers, body, text);
    }

    /** Prints the status only, because a body may hold tokens. */
    @Override
    public String toString() {
        return "Reply[" + status + "]";
    }
}
