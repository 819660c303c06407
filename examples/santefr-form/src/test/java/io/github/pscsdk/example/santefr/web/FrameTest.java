package io.github.pscsdk.example.santefr.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.relyingparty.session.SessionId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameTest {
    private static PscSession session(String authMode) {
        var person = new Professional(
                new NationalId("899999100011"), "FICTIVE", List.of(), Optional.empty(), List.of(), List.of());
        return new PscSession(
                SessionId.draw(),
                "form",
                person,
                Optional.ofNullable(authMode),
                Optional.empty(),
                Set.of(),
                "",
                Instant.EPOCH,
                Instant.EPOCH);
    }

    @ParameterizedTest
    @CsvSource({
        "CARD, means.card",
        "MOBILE, means.mobile",
        "IDENTITY_BROKER, means.identity-broker",
        "WEBAUTHN, means.webauthn",
        "BIOMETRY, means.other",
        "'<b>of somebody</b>', means.other",
        ","
    })
    void a_means_that_nobody_knows_is_told_as_another(String authMode, String key) {
        var site = new Frame.Site(
                URI.create("http://127.0.0.1"),
                PscEnvironment.custom(URI.create("https://psc.example"), URI.create("https://psc.example/auth")));
        var frame = new Frame(site, Language.ENGLISH, "me.title", "/me", false, Optional.of(session(authMode)), false);

        assertEquals(Optional.ofNullable(key).map(frame::text), frame.means());
    }
}
