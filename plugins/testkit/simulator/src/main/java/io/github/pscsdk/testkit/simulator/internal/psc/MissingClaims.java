package io.github.pscsdk.testkit.simulator.internal.psc;

import io.github.pscsdk.testkit.persona.internal.json.JsonObject;
import io.github.pscsdk.testkit.simulator.Dial;
import io.github.pscsdk.testkit.simulator.Dials;

/** Takes away what is dialled to be missing. */
final class MissingClaims {
    private MissingClaims() {}

    static JsonObject from(JsonObject document, Dials dials) {
        dials.value(Dial.MISSING_CLAIMS).ifPresent(missing -> missing.names().forEach(document::without));
        return document;
    }
}
