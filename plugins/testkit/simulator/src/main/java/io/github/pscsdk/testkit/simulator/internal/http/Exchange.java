package io.github.pscsdk.testkit.simulator.internal.http;

import io.github.pscsdk.testkit.simulator.model.RecordedRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** A request, and what became of it. */
public final class Exchange {
    private record Outcome(int status, Optional<String> note) {}

    private final RecordedRequest request;
    private final Instant at;
    private volatile Optional<Outcome> outcome = Optional.empty();

    Exchange(RecordedRequest request, Instant at) {
        this.request = request;
        this.at = at;
    }

    public RecordedRequest request() {
        return request;
    }

    public Instant at() {
        return at;
    }

    /** The status of the response; empty as long as there is none. */
    public OptionalInt status() {
        return outcome.map(known -> OptionalInt.of(known.status())).orElse(OptionalInt.empty());
    }

    /** A remark for a developer, such as a refusal that the real service would not make. */
    public Optional<String> note() {
        return outcome.flatMap(Outcome::note);
    }

    public void answered(int status, Optional<String> note) {
        outcome = Optional.of(new Outcome(status, note));
    }
}
