package io.github.pscsdk.testkit.simulator.internal.psc.token;

import io.github.pscsdk.testkit.persona.internal.json.JsonObject;
import io.github.pscsdk.testkit.simulator.Dial;
import io.github.pscsdk.testkit.simulator.Dials;

/** Removes the claims that {@link Dial#MISSING_CLAIMS} names. */
final class MissingClaims {
    private MissingClaims() {}

    public static JsonObject from(JsonObject document, Dials dials) {
        dials.value(Dial.MISSING_CLAIMS).ifPresent(missing -> missing.names().forEach(document::without));
        return document;
    }
}
