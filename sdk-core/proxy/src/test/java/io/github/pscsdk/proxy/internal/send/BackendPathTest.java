package io.github.pscsdk.proxy.internal.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.proxy.internal.settings.Backend;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackendPathTest {
    private static final Backend BACKEND = Backend.open("api", URI.create("https://api.example/base"));

    @ParameterizedTest
    @CsvSource({
        "a, https://api.example/base/a",
        "a/b/, https://api.example/base/a/b/",
        "a%20b/c+d, https://api.example/base/a%20b/c+d",
        "Patient;v=1, https://api.example/base/Patient;v=1",
        "a..b/.well-known, https://api.example/base/a..b/.well-known",
        "caf%C3%A9, https://api.example/base/caf%C3%A9",
        "@evil.example/a, https://api.example/base/@evil.example/a",
    })
    void an_honest_path_is_joined(String path, URI expected) {
        assertEquals(Optional.of(expected), BACKEND.resolve(path, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/a",
                "a//b",
                ".",
                "..",
                "../a",
                "a/..",
                "a/./b",
                "%2e%2e/a",
                "%2E./a",
                "..;/a",
                "..;x=1/a",
                "..;x=1;y=2/a",
                "a%2fb",
                "a%2Fb",
                "a%5cb",
                "a\\b",
                "%252e%252e/a",
                "%252fa",
                "a%00",
                "a%0d%0aHost:x",
                "a%",
                "a%zz",
                "a b",
                "a#b",
                "a|b"
            })
    void a_path_that_could_mean_something_else_is_refused(String path) {
        assertEquals(Optional.empty(), BACKEND.resolve(path, Optional.empty()));
    }

    @Test
    void the_query_is_passed_on_as_it_came() {
        var target = BACKEND.resolve("a", Optional.of("x=%2e%2e/%26&y=a+b"));

        assertEquals(Optional.of(URI.create("https://api.example/base/a?x=%2e%2e/%26&y=a+b")), target);
    }

    @Test
    void a_query_cannot_become_anything_else() {
        assertEquals(Optional.empty(), BACKEND.resolve("a", Optional.of("x=\r\nHost: evil")));
    }

    @Test
    void a_slash_at_the_end_of_the_base_does_not_count() {
        var target =
                Backend.open("api", URI.create("https://api.example/base/")).resolve("a", Optional.empty());

        assertEquals(Optional.of(URI.create("https://api.example/base/a")), target);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://a/b", "https:///b", "https://a/b?c", "https://a/b#c", "https://user@a/b", "/b"})
    void a_base_that_is_none_is_refused_at_once(String base) {
        assertThrows(IllegalArgumentException.class, () -> Backend.open("api", URI.create(base)));
    }
}
