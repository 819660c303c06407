package io.github.pscsdk.relyingparty.internal.login;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.relyingparty.session.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A session of a fictitious person. */
final class TestLogins {
    static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    private TestLogins() {}

    static Professional person(String nationalId) {
        return new Professional(
                new NationalId(nationalId), "TEST", List.of("Camille"), Optional.empty(), List.of(), List.of());
    }

    static PscSession session() {
        return new PscSession(
                new SessionId("a-handle-of-a-test"),
                "client",
                person("899999100011"),
                Optional.empty(),
                Optional.empty(),
                Set.of("openid"),
                "sid",
                NOW,
                NOW.plusSeconds(3600));
    }
}
