package io.github.pscsdk.testkit.internal.control;

import io.github.pscsdk.testkit.LogoutNotice;
import io.github.pscsdk.testkit.internal.json.JsonObject;
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
