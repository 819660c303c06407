package io.github.pscsdk.testkit.simulator.internal.control;

import io.github.pscsdk.testkit.persona.internal.json.JsonObject;
import io.github.pscsdk.testkit.simulator.Dial;
import io.github.pscsdk.testkit.simulator.Dials;
import io.github.pscsdk.testkit.simulator.internal.http.Handler;
import io.github.pscsdk.testkit.simulator.internal.http.IncomingRequest;
import io.github.pscsdk.testkit.simulator.internal.http.OAuthErrorException;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;

/** Reads one dial, sets it to the form field {@code value}, or resets it. */
final class DialHandler<T> implements Handler {
    private final Dial<T> dial;
    private final Dials dials;

    DialHandler(Dial<T> dial, Dials dials) {
        this.dial = dial;
        this.dials = dials;
    }

    @Override
    public Reply answer(IncomingRequest request) throws OAuthErrorException {
        switch (request.method()) {
            case "PUT" -> turn(request.form().required("value"));
            case "DELETE" -> dials.reset(dial);
            default -> {
                var value = dials.value(dial).map(Object::toString);
                return Reply.json(
                        200, new JsonObject().with("dial", dial.name()).with("value", value));
            }
        }
        return Reply.empty(204);
    }

    private void turn(String text) throws OAuthErrorException {
        try {
            dials.turnToText(dial, text);
        } catch (IllegalArgumentException e) {
            throw OAuthErrorException.invalidRequest("This dial cannot be turned to that");
        }
    }
}
