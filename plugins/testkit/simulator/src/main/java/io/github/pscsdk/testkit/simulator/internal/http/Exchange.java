package io.github.pscsdk.testkit.simulator.internal.http;

import io.github.pscsdk.testkit.simulator.model.RecordedRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** A request, and what became of it. */
public final class Exchange {

    private final RecordedRequest request;
    private final Instant at;
    private volatile OptionalInt status = OptionalInt.empty();
    private volatile Optional<String> note = Optional.empty();

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
        return status;
    }

    /** A remark for a developer, such as a refusal that the real service would not make. */
    public Optional<String> note() {
        return note;
    }

    public void answered(int answered, Optional<String> noted) {
        note = noted;
        status = OptionalInt.of(answered);
    }
}
