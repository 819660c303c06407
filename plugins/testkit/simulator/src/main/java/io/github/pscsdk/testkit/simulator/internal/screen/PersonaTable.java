package io.github.pscsdk.testkit.simulator.internal.screen;

import io.github.pscsdk.testkit.persona.Persona;
import io.github.pscsdk.testkit.persona.internal.json.PersonaEntry;
import io.github.pscsdk.testkit.persona.internal.json.PersonaFile;
import io.github.pscsdk.testkit.simulator.internal.page.Html;
import io.github.pscsdk.testkit.simulator.internal.page.PageRequest;
import java.util.Map;

/** The table of personas on the cockpit. */
final class PersonaTable {
    private PersonaTable() {}

    static Html markup(PageRequest request) {
        return Html.join(
                PersonaFile.entries().stream().map(PersonaEntry::persona).map(one -> row(request, one)));
    }

    private static Html row(PageRequest request, Persona persona) {
        var texts = request.texts();
        var behaviour = persona.behaviour();
        return request.part(
                "cockpit-persona",
                Map.of(
                        "id", persona.nationalId().value(),
                        "who", PendingPromptsPage.name(persona),
                        "behaviour", DialField.choice(texts, "behaviour", behaviour.name()),
                        "code", behaviour,
                        "summary", persona.summary(texts.language().locale())));
    }
}
