package io.github.pscsdk.proxy.internal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.api.professional.OtherId;
import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.proxy.internal.session.RelyingParties.ActiveSession;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.relyingparty.session.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActiveSessionTest {
    @ParameterizedTest
    @CsvSource({
        "practice, 899999100011, true",
        "practice, 0999999999, true",
        "practice, 899999100029, false",
        "Practice, 899999100011, false",
        "practice-2, 899999100011, false",
    })
    void it_is_of_one_client_and_of_one_person_by_any_of_their_numbers(String client, String person, boolean isTheirs) {
        var begun = Instant.parse("2026-01-01T12:00:00Z");
        var professional = new Professional(
                new NationalId("899999100011"),
                "TEST",
                List.of("Camille"),
                Optional.empty(),
                List.of(new OtherId("0999999999", "ADELI")),
                List.of());
        var session = new PscSession(
                SessionId.draw(),
                "practice",
                professional,
                Optional.empty(),
                Optional.empty(),
                Set.of("openid"),
                "",
                begun,
                begun.plus(Duration.ofHours(4)));

        assertEquals(isTheirs, new ActiveSession(null, session).isOf(client, new NationalId(person)));
    }
}
