package io.github.pscsdk.testkit.simulator.internal.control;

import io.github.pscsdk.testkit.persona.internal.json.JsonObject;
import io.github.pscsdk.testkit.simulator.LogoutNotice;
import java.util.List;

/** The finished attempts to send a logout token, as JSON; the token itself is in none of them. */
final class LogoutNoticeList {
    private LogoutNoticeList() {}

    static List<JsonObject> of(List<LogoutNotice> notices) {
        return notices.stream().map(LogoutNoticeList::describe).toList();
    }

    private static JsonObject describe(LogoutNotice notice) {
        var document = new JsonObject()
                .with("clientId", notice.clientId())
                .with("address", notice.address().toString());
        notice.status().ifPresent(status -> document.with("status", status));
        return document;
    }
}
