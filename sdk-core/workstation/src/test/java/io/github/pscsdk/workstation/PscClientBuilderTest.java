package io.github.pscsdk.workstation;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.guide.GuideAddresses;
import io.github.pscsdk.spi.AuthenticationContext;
import io.github.pscsdk.spi.AuthenticationRequest;
import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.spi.Grant;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PscClientBuilderTest {
    private static final URI PROXY = URI.create("https://proxy.example/base");

    @Test
    void it_names_everything_that_is_missing_in_one_message() {
        var builder = assertDoesNotThrow(() -> PscClientBuilder.forServerHalf(PROXY));

        var failure = assertThrows(IllegalStateException.class, builder::build);

        assertEquals("PscClientBuilder lacks: clientId, applicationToken", failure.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://proxy.example",
                "https://proxy.example:8443/esante/",
                "http://localhost:8080",
                "http://127.0.0.1:8080/",
                "http://[::1]:8080/"
            })
    void a_login_may_travel_by_tls_or_within_the_machine(URI address) {
        assertDoesNotThrow(() -> PscClientBuilder.forServerHalf(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://proxy.example",
                "http://localhost.example",
                "http://127.0.0.1.example",
                "http://10.0.0.1",
                "ftp://localhost",
                "https://user:password@proxy.example",
                "https://proxy.example/?a=b",
                "https://proxy.example/#a",
                "proxy.example",
                "https:/path"
            })
    void no_other_address_is_taken_and_the_remedy_says_which_would_be(URI address) {
        var failure = assertThrows(PscException.class, () -> PscClientBuilder.forServerHalf(address));

        assertEquals(LoginProblem.SERVER_HALF_ADDRESS_UNUSABLE, failure.problem());
        assertFalse((failure.getMessage() + failure.facts()).contains("proxy.example"), failure::getMessage);
    }

    @Test
    void an_application_token_that_no_header_could_carry_is_refused_and_not_repeated() {
        var builder = assertDoesNotThrow(() -> PscClientBuilder.forServerHalf(PROXY));

        var failure = assertThrows(IllegalArgumentException.class, () -> builder.applicationToken("topsecret\n"));

        assertFalse(failure.getMessage().contains("topsecret"));
    }

    @Test
    void a_plug_in_has_some_time_to_load() {
        var builder = assertDoesNotThrow(() -> PscClientBuilder.forServerHalf(PROXY));

        assertThrows(IllegalArgumentException.class, () -> builder.pluginLoadLimit(Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> builder.pluginLoadLimit(Duration.ofMillis(-1)));
    }

    @Test
    void a_client_id_is_not_blank() {
        assertThrows(IllegalArgumentException.class, () -> complete().clientId(" "));
    }

    @Test
    void two_authenticators_of_one_id_are_a_mistake() {
        var closed = new AtomicInteger();
        var first = new Authenticator() {
            @Override
            public AuthenticatorDescriptor descriptor() {
                return Fakes.phone("same").descriptor();
            }

            @Override
            public Grant authenticate(AuthenticationRequest request, AuthenticationContext context) {
                throw new AssertionError("nobody logs in");
            }

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
        var builder = complete().authenticator(first).authenticator(Fakes.phone("same"));

        assertThrows(IllegalStateException.class, builder::build);

        assertEquals(1, closed.get(), "nothing of it is left");
    }

    @Test
    void authenticators_are_sorted_by_id() {
        try (var client = complete()
                .authenticator(Fakes.phone("b"))
                .authenticator(Fakes.phone("a"))
                .build()) {
            assertEquals(
                    List.of("a", "b", "browser"),
                    client.authenticators().stream()
                            .map(AuthenticatorDescriptor::id)
                            .toList());
        }
    }

    @Test
    void a_client_that_reaches_nobody_has_the_guide_in_both_languages() {
        try (var client = complete().build()) {
            var french = client.guide(Locale.FRANCE);
            var english = client.guide(Locale.UK);

            assertEquals(
                    "ecps_not_known",
                    french.after(LoginProblem.UNKNOWN_PROFESSIONAL).id());
            assertNotEquals(french.start().title(), english.start().title());
        }
    }

    @Test
    void its_guide_has_the_addresses_that_the_host_knows() {
        var addresses = GuideAddresses.none().with("diagcps", "https://diagcps.example 2026-11-02");
        try (var client = complete().guideAddresses(addresses).build()) {
            assertEquals(
                    Optional.of(URI.create("https://diagcps.example")),
                    client.guide(Locale.FRENCH)
                            .step("diagcps")
                            .orElseThrow()
                            .links()
                            .get(0)
                            .address());
        }
    }

    @Test
    void what_a_client_is_asked_with_may_not_be_null_and_is_named() {
        try (var client = complete().build()) {
            assertNamed("request", () -> client.login(null));
            assertNamed("request", () -> client.loginAsync(null));
            assertNamed("progress", () -> client.diagnose(null));
            assertNamed("locale", () -> client.guide(null));
        }
    }

    private static void assertNamed(String parameter, Executable call) {
        assertEquals(parameter, assertThrows(NullPointerException.class, call).getMessage());
    }

    private static PscClientBuilder complete() {
        return assertDoesNotThrow(() -> PscClientBuilder.forServerHalf(PROXY))
                .clientId("editeur-demo")
                .applicationToken("token");
    }
}
