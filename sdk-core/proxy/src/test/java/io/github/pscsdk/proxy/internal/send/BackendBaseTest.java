package io.github.pscsdk.proxy.internal.send;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.proxy.internal.settings.Backend;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No request leaves the base of its backend. */
class BackendBaseTest {
    private static final Backend BACKEND = Backend.open("api", URI.create("https://api.example/base"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".;a",
                "..;",
                "a/..;/b",
                "%2e%2e;a/b",
                "%2e",
                "a/%2E%2e/b",
                "a/%2F",
                "%5C",
                "a%09b",
                "a%7fb",
                "a%C2%85b",
                "%2525",
                "a%2541b",
                "a/",
                "//",
                "/",
                "a///",
                "%",
                "%4",
                "%zz"
            })
    void a_path_that_could_mean_something_else_is_refused_unless_a_slash_ends_it(String path) {
        assertEquals(
                path.equals("a/") ? Optional.of(URI.create("https://api.example/base/a/")) : Optional.empty(),
                BACKEND.resolve(path, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"...", ".a", "a.", "..a", "a..", ";", ";..", "a;..;b", "%25", "%25zz", "a+b", "~", "%2B", "%3B"})
    void a_path_that_only_looks_odd_passes(String path) {
        assertEquals(
                Optional.of(URI.create("https://api.example/base/" + path)), BACKEND.resolve(path, Optional.empty()));
    }

    @Test
    void a_query_is_passed_on_and_a_fragment_is_refused() {
        assertEquals(Optional.of(URI.create("https://api.example/base/a?b")), BACKEND.resolve("a", Optional.of("b")));
        assertEquals(Optional.empty(), BACKEND.resolve("a", Optional.of("b#c")));
        assertEquals(Optional.empty(), BACKEND.resolve("a", Optional.of("b c")));
    }

    @Test
    void a_base_with_dots_of_its_own_is_no_way_out() {
        assertEquals(
                Optional.of(URI.create("https://api.example/x/../base/a")),
                Backend.open("api", URI.create("https://api.example/x/../base")).resolve("a", Optional.empty()));
    }
}
