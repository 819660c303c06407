package io.github.pscsdk.relyingparty.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostCookieTest {
    private final HostCookie published = HostCookie.named("psc-session", URI.create("https://practice.example"));
    private final HostCookie local = HostCookie.named("psc-session", URI.create("http://127.0.0.1:8080"));

    @Test
    void behind_https_it_is_for_https_and_this_host_alone() {
        assertEquals("__Host-psc-session", published.name());
        assertEquals("__Host-psc-session=abc; Path=/; Secure; HttpOnly; SameSite=Lax", published.set("abc"));
    }

    @Test
    void without_https_it_has_a_name_that_browsers_accept() {
        assertEquals("psc-session", local.name());
        assertEquals("psc-session=abc; Path=/; HttpOnly; SameSite=Lax", local.set("abc"));
    }

    @Test
    void it_lives_for_as_long_as_it_is_told_and_is_erased_at_once() {
        assertEquals(
                "psc-session=a.b-c_d; Path=/; Max-Age=600; HttpOnly; SameSite=Lax",
                local.set("a.b-c_d", Duration.ofMinutes(10)));
        assertEquals("psc-session=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax", local.erase());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a;b", "a b", "a\r\nSet-Cookie: x=y", "\"a\"", "a,b", "a\\b", "é"})
    void a_value_that_would_not_come_back_as_it_was_is_refused_and_not_repeated(String value) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> local.set(value));

        assertFalse(refusal.getMessage().contains(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a=b", "a b", "a;"})
    void a_name_that_is_none_is_refused(String name) {
        for (var address : List.of("http://127.0.0.1", "https://practice.example")) {
            assertThrows(IllegalArgumentException.class, () -> HostCookie.named(name, URI.create(address)));
        }
    }

    @Test
    void a_name_without_the_prefix_is_refused_behind_https_and_one_with_it_elsewhere() {
        assertThrows(IllegalArgumentException.class, () -> new HostCookie("psc-session", true));
        assertThrows(IllegalArgumentException.class, () -> new HostCookie("__Host-psc-session", false));
    }
}
