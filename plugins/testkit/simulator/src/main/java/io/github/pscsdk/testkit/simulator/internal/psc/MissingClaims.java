package io.github.pscsdk.testkit.internal.psc;

import io.github.pscsdk.testkit.Dial;
import io.github.pscsdk.testkit.Dials;
import io.github.pscsdk.testkit.internal.json.JsonObject;

/** Takes away what is dialled to be missing. */
final class MissingClaims {
    private MissingClaims() {}

    static JsonObject from(JsonObject document, Dials dials) {
        dials.value(Dial.MISSING_CLAIMS).ifPresent(missing -> missing.names().forEach(document::without));
        return document;
    }
}
