package io.github.pscsdk.testkit.simulator.internal.api;

import io.github.pscsdk.testkit.persona.internal.json.JsonObjectBuilder;
import io.github.pscsdk.testkit.simulator.internal.psc.session.Session;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The tokens of one exchange and of refreshes since; {@code id} is {@code session_state}. It outlives the session. */
record ApiSession(
        String id, SimulatedClient client, Session psc, String scope, String audience, JsonObjectBuilder userInfo) {
    /** The same person has the same subject each time, and another one than at Pro Santé Connect. */
    String subject() {
        return UUID.nameUUIDFromBytes(("api:" + psc.nationalId()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** Prints nothing of its content. */
    @Override
    public String toString() {
        return "ApiSession[" + id + "]";
    }
}
