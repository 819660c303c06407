package io.github.pscsdk.relyingparty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.sessionstore.SessionStore;
import java.net.URI;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelyingPartyBuilderTest {
    private final RelyingPartyBuilder builder = RelyingParty.builder(PscEnvironment.sandbox());

    @Test
    void client_and_its_proof_are_all_that_is_needed() {
        try (var party = builder.client("editeur-demo", ClientAuthentication.clientSecretBasic("secret"))
                .build()) {
            assertEquals("editeur-demo", party.clientId());
            assertEquals(PscEnvironment.sandbox().issuer(), party.environment().issuer());
            assertTrue(party.certificateSubject().isEmpty());
        }
    }

    @Test
    void what_is_missing_is_named() {
        var failure = assertThrows(IllegalStateException.class, builder::build);

        assertEquals("RelyingPartyBuilder lacks: client", failure.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "HS256", "HS512", "", "RS1", "EdDSA", "rs256"})
    void an_algorithm_that_proves_nothing_cannot_be_configured(String algorithm) {
        assertThrows(IllegalArgumentException.class, () -> builder.idTokenAlgorithms(Set.of("RS256", algorithm)));
        assertThrows(IllegalArgumentException.class, () -> builder.idTokenAlgorithms(Set.of()));
    }

    @Test
    void limits_are_longer_than_zero() {
        assertThrows(IllegalArgumentException.class, () -> builder.idleTimeout(Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> builder.sessionLimit(Duration.ofSeconds(-1)));
        assertThrows(IllegalArgumentException.class, () -> builder.browserLoginTimeout(Duration.ZERO));
    }

    @Test
    void the_leeway_has_a_bound() {
        assertThrows(IllegalArgumentException.class, () -> builder.leeway(Duration.ofMinutes(6)));
        assertThrows(IllegalArgumentException.class, () -> builder.leeway(Duration.ofSeconds(-1)));
        builder.leeway(Duration.ZERO);
    }

    @Test
    void a_redirect_uri_is_https_or_loopback() {
        assertThrows(
                IllegalArgumentException.class, () -> builder.redirectUri(URI.create("http://lps.example.test/cb")));
        builder.redirectUri(URI.create("http://localhost:8080/cb"));
    }

    @Test
    void one_that_cannot_be_made_begins_nothing_that_only_a_close_would_end() throws Exception {
        var time = new TestTime();
        var begun = new ArrayList<Runnable>();
        builder.clock(time.clock)
                .sessionStore(new FaultyStore(time, SessionStore.inMemory(time.clock)))
                .client("editeur-demo", ClientAuthentication.clientSecretBasic("secret"));
        builder.storeThreads = Optional.of(begun::add);
        var nobody = KeyStore.getInstance("PKCS12");
        nobody.load(null, null);

        builder.trustedCertificates(nobody);
        assertThrows(IllegalArgumentException.class, builder::build);
        assertEquals(0, time.clock.tasks());

        builder.trustedCertificates = Optional.empty();
        builder.api(ApiAudience.of(
                "api",
                URI.create("https://api.example.test/token"),
                ApiClientRegistration.of("another", ClientAuthentication.clientSecretBasic("secret"))));
        assertThrows(IllegalArgumentException.class, builder::build);
        assertEquals(0, time.clock.tasks());
        assertEquals(List.of(), begun);
    }

    @Test
    void a_client_needs_an_id() {
        var proof = ClientAuthentication.clientSecretBasic("secret");

        assertThrows(IllegalArgumentException.class, () -> builder.client(" ", proof));
    }
}
