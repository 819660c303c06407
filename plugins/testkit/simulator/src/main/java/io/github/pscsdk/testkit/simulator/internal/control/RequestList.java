package io.github.pscsdk.testkit.simulator.internal.control;

import io.github.pscsdk.testkit.persona.internal.json.JsonObject;
import io.github.pscsdk.testkit.simulator.internal.journal.Exchange;
import java.util.List;

/** The recorded requests as JSON; they were masked when they were recorded. */
final class RequestList {
    private RequestList() {}

    static JsonObject of(List<Exchange> exchanges) {
        return new JsonObject()
                .withObjects(
                        "requests",
                        exchanges.stream().map(RequestList::describe).toList());
    }

    private static JsonObject describe(Exchange exchange) {
        var request = exchange.request();
        var form = new JsonObject();
        request.form().forEach(form::with);
        var described = new JsonObject()
                .with("endpoint", request.endpoint().name())
                .with("method", request.method())
                .with("path", request.path())
                .with("form", form)
                .with("certificateSubject", request.certificateSubject())
                .with("authMethod", request.authMethod().name())
                .with("at", exchange.at().toString())
                .with("note", exchange.note());
        exchange.status().ifPresent(status -> described.with("status", status));
        return described;
    }
}
