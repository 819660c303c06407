package io.github.pscsdk.testkit.internal.screen;

import io.github.pscsdk.testkit.Persona;
import io.github.pscsdk.testkit.internal.json.PersonaEntry;
import io.github.pscsdk.testkit.internal.json.PersonaFile;
import io.github.pscsdk.testkit.internal.page.Html;
import io.github.pscsdk.testkit.internal.page.Language;
import io.github.pscsdk.testkit.internal.page.PageRequest;
import java.util.Map;
import java.util.Optional;

/** Who may log in. The catalogue is in English; French has texts of its own, and falls back to the catalogue. */
final class PersonaTable {
    private PersonaTable() {}

    static Html markup(PageRequest request) {
        return Html.join(
                PersonaFile.entries().stream().map(PersonaEntry::persona).map(one -> row(request, one)));
    }

    private static Html row(PageRequest request, Persona persona) {
        var language = request.language();
        var translated = summary(language, persona);
        return request.part(
                "cockpit-persona",
                Map.of(
                        "id", persona.nationalId().value(),
                        "who", Waiting.name(persona),
                        "behaviour",
                                DialField.choice(
                                        language,
                                        "behaviour",
                                        persona.behaviour().name()),
                        "code", persona.behaviour(),
                        "lang", translated.map(text -> language.tag()).orElse(Language.EN.tag()),
                        "summary", translated.orElse(persona.summary())));
    }

    private static Optional<String> summary(Language language, Persona persona) {
        return language.find("persona." + persona.nationalId().value());
    }
}
