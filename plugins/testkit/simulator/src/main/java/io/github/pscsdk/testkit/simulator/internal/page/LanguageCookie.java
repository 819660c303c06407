package io.github.pscsdk.testkit.simulator.internal.page;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.testkit.simulator.internal.http.IncomingRequest;
import java.util.Arrays;
import java.util.Optional;

/** Keeps the chosen language. Cookies ignore ports, so a choice applies to all pages. */
final class LanguageCookie {
    private static final String NAME = "psc-simulator-lang=";

    private LanguageCookie() {}

    static Optional<Language> read(IncomingRequest request) {
        return request.header("Cookie").stream()
                .flatMap(header -> Arrays.stream(header.split(";")))
                .map(String::strip)
                .filter(cookie -> cookie.startsWith(NAME))
                .flatMap(cookie -> Language.tagged(cookie.substring(NAME.length())).stream())
                .findFirst();
    }

    static String of(Language language) {
        return NAME + language.tag() + "; Path=/; HttpOnly; SameSite=Lax";
    }
}
