package io.github.pscsdk.testkit.simulator.internal.page;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.testkit.simulator.internal.http.IncomingRequest;
import java.util.Optional;

/** Keeps the chosen language. Cookies ignore ports, so a choice applies to all pages. */
final class LanguageCookie {
    private static final String NAME = "psc-simulator-lang";

    private LanguageCookie() {}

    static Optional<Language> read(IncomingRequest request) {
        return request.cookie(NAME).flatMap(Language::tagged);
    }

    static String of(Language language) {
        return NAME + "=" + language.tag() + "; Path=/; HttpOnly; SameSite=Lax";
    }
}
