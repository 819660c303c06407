package io.github.pscsdk.proxy.internal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.proxy.internal.session.Callers.Caller;
import io.github.pscsdk.proxy.internal.settings.ProxyConfiguration.RegisteredApplication;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which application calls, by the token that it presents. */
class ApplicationTokensTest {
    private static final RegisteredApplication ONE =
            new RegisteredApplication("one", RegisteredApplication.sha256Of("token-one"), false);
    private static final RegisteredApplication OTHER = new RegisteredApplication(
            "other", RegisteredApplication.sha256Of("token-other").toUpperCase(Locale.ROOT), true);

    private final Callers tokens = new Callers(List.of(ONE, OTHER), Set.of());

    @ParameterizedTest
    @CsvSource({"Bearer token-one, one", "bearer token-one, one", "BEARER   token-one, one", "Bearer token-other, other"
    })
    void an_application_is_known_by_its_own_token(String header, String name) {
        assertEquals(Optional.of(name), tokens.presenting(Optional.of(header)).map(RegisteredApplication::name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "token-one",
                "Basic token-one",
                "Bearertoken-one",
                "xBearer token-one",
                "Bearer token-onE",
                "Bearer token-one2",
                "Bearer token-on",
                "Bearer token-one token-one",
                "Bearer Bearer token-one"
            })
    void nothing_else_is_the_token_of_an_application(String header) {
        assertEquals(Optional.empty(), tokens.presenting(Optional.of(header)));
    }

    @Test
    void a_call_without_a_token_or_with_the_sum_of_one_is_nobody_s() {
        assertEquals(Optional.empty(), tokens.presenting(Optional.empty()));
        assertEquals(Optional.empty(), tokens.presenting(Optional.of("Bearer " + ONE.sha256())));
        assertEquals(Optional.empty(), new Callers(List.of(), Set.of()).presenting(Optional.of("Bearer token-one")));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 63, 65})
    void a_sum_of_another_length_is_refused(int digits) {
        var sum = "a".repeat(digits);

        assertThrows(IllegalArgumentException.class, () -> new RegisteredApplication("one", sum, false));
    }

    @Test
    void a_sum_is_hexadecimal_and_is_not_printed() {
        var sum = "g" + "a".repeat(63);

        assertThrows(IllegalArgumentException.class, () -> new RegisteredApplication("one", sum, false));
        assertThrows(NullPointerException.class, () -> new RegisteredApplication(null, ONE.sha256(), false));
        assertEquals("RegisteredApplication[one]", ONE.toString());
        assertEquals(
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                RegisteredApplication.sha256Of("abc"));
    }

    @Test
    void attempts_of_one_application_from_one_address_count_together() {
        var caller = new Caller("one", false, new Caller.Origin("192.0.2.1", List.of(1, 2)));

        assertEquals("one|192.0.2.1", caller.key());
        assertEquals("Caller[one]", caller.toString());
    }
}
