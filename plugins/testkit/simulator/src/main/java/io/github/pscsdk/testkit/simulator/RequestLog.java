package io.github.pscsdk.testkit.simulator;

import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.testkit.simulator.model.RecordedRequest;
import java.util.List;

/**
 * The requests that reached a simulator so far. Each {@code assert} throws an {@link AssertionError} that holds no
 * secret. Safe for any thread.
 */
public final class RequestLog {
    /** The shortest secret that is looked for. A shorter one, for instance a binding message, occurs in any text. */
    private static final int SHORTEST_SECRET = 8;

    private final PscSimulator simulator;

    RequestLog(PscSimulator simulator) {
        this.simulator = simulator;
    }

    /** The requests to {@code endpoint}, oldest first, with the secrets masked. */
    public List<RecordedRequest> of(Endpoint endpoint) {
        return simulator.requests().stream()
                .filter(request -> request.endpoint() == endpoint)
                .toList();
    }

    /** Asserts that exactly {@code expected} requests reached {@code endpoint}. */
    public RequestLog assertCount(Endpoint endpoint, int expected) {
        var found = of(endpoint).size();
        if (found != expected) {
            throw new AssertionError(endpoint + " was called " + found + " times instead of " + expected);
        }
        return this;
    }

    /** Asserts that no code and no refresh token came twice, a theft (RFC 6749 §10.5; RFC 9700 §4.14.2). */
    public RequestLog assertNoGrantSentTwice() {
        var repeated = simulator.repeatedGrants();
        if (repeated > 0) {
            throw new AssertionError(repeated + " times a code or a refresh token came again");
        }
        return this;
    }

    /** Asserts that no secret of at least eight characters occurs in {@code text}, for instance a captured log. */
    public RequestLog assertNoSecretIn(String text) {
        for (var secret : simulator.issuedSecrets()) {
            if (secret.length() >= SHORTEST_SECRET && text.contains(secret)) {
                throw new AssertionError("a secret occurs at character " + text.indexOf(secret));
            }
        }
        return this;
    }

    @Override
    public String toString() {
        return "RequestLog" + simulator.requests();
    }
}
