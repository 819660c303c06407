package io.github.pscsdk.testkit.simulator.internal.control;

import io.github.pscsdk.testkit.persona.internal.json.JsonObject;
import io.github.pscsdk.testkit.simulator.RecordedRequest;
import java.util.List;

/** The recorded requests as JSON; they were masked when they were recorded. */
final class RequestList {
    private RequestList() {}

    static JsonObject of(List<RecordedRequest> requests) {
        return new JsonObject()
                .withObjects(
                        "requests", requests.stream().map(RequestList::describe).toList());
    }

    private static JsonObject describe(RecordedRequest request) {
        var form = new JsonObject();
        request.form().forEach(form::with);
        return new JsonObject()
                .with("endpoint", request.endpoint().name())
                .with("method", request.method())
                .with("path", request.path())
                .with("form", form)
                .with("certificateSubject", request.certificateSubject())
                .with("authMethod", request.authMethod().name());
    }
}
