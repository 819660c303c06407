package io.github.pscsdk.testkit.simulator.internal.http;

import io.github.pscsdk.testkit.persona.internal.json.JsonObjectBuilder;
import io.github.pscsdk.testkit.simulator.internal.model.Dial;
import java.util.Optional;

/** An OAuth error answer (RFC 6749 §5.2), thrown where a request is refused. */
public final class OAuthErrorException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String error;
    private final String description;
    private final transient Optional<String> note;

    /** An error with its own status; the description, for a developer, never repeats a value. */
    public OAuthErrorException(int status, String error, String description) {
        this(status, error, description, Optional.empty());
    }

    private OAuthErrorException(int status, String error, String description, Optional<String> note) {
        super(error + ": " + description);
        this.status = status;
        this.error = error;
        this.description = description;
        this.note = note;
    }

    public static OAuthErrorException of(String error, String description) {
        return new OAuthErrorException(400, error, description);
    }

    public static OAuthErrorException invalidRequest(String description) {
        return of("invalid_request", description);
    }

    /** The same refusal, marked as one that the real service is not known to make, with the dial that ends it. */
    public <T> OAuthErrorException unless(Dial<T> dial, T value) {
        var stricter = "Stricter than the real service is known to be: dial " + dial + "=" + value;
        return new OAuthErrorException(status, error, description + ". " + stricter, Optional.of(stricter));
    }

    public Optional<String> note() {
        return note;
    }

    public int status() {
        return status;
    }

    public String error() {
        return error;
    }

    public String description() {
        return description;
    }

    public Reply reply() {
        var reply = Reply.json(
                        status, new JsonObjectBuilder().with("error", error).with("error_description", description))
                .noted(note);
        // RFC 9110 §15.5.2: a 401 says how to do better.
        return status == 401 ? reply.withHeader("WWW-Authenticate", "Basic realm=\"clients\"") : reply;
    }
}
