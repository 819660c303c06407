package io.github.pscsdk.testkit.simulator.internal.control;

import io.github.pscsdk.testkit.persona.internal.json.JsonObject;
import io.github.pscsdk.testkit.simulator.internal.http.Handler;
import io.github.pscsdk.testkit.simulator.internal.http.IncomingRequest;
import io.github.pscsdk.testkit.simulator.internal.http.OAuthErrorException;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import io.github.pscsdk.time.VirtualClock;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeParseException;

/** Moves a virtual clock by the form field {@code by}, an ISO 8601 duration. */
final class ClockHandler implements Handler {
    private final Clock clock;

    ClockHandler(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Reply answer(IncomingRequest request) throws OAuthErrorException {
        var by = request.form().required("by");
        if (!(clock instanceof VirtualClock virtual)) {
            throw new OAuthErrorException(409, "invalid_request", "The simulator runs on a clock that cannot be moved");
        }
        try {
            virtual.advance(Duration.parse(by));
        } catch (DateTimeParseException | IllegalArgumentException | ArithmeticException e) {
            throw OAuthErrorException.invalidRequest("Not an ISO 8601 duration, or a negative one");
        }
        return Reply.json(200, describe(clock));
    }

    static JsonObject describe(Clock clock) {
        return new JsonObject().with("now", clock.instant().toString()).with("virtual", clock instanceof VirtualClock);
    }
}
