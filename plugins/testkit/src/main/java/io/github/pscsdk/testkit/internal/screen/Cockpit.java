package io.github.pscsdk.testkit.internal.screen;

import io.github.pscsdk.testkit.Persona;
import io.github.pscsdk.testkit.RecordedRequest;
import io.github.pscsdk.testkit.internal.device.Prompt;
import io.github.pscsdk.testkit.internal.device.Prompts;
import io.github.pscsdk.testkit.internal.http.Reply;
import io.github.pscsdk.testkit.internal.journal.Journal;
import io.github.pscsdk.testkit.internal.json.PersonaEntry;
import io.github.pscsdk.testkit.internal.json.PersonaFile;
import io.github.pscsdk.testkit.internal.page.Html;
import io.github.pscsdk.testkit.internal.page.PageFrame;
import io.github.pscsdk.testkit.internal.page.PageRequest;
import io.github.pscsdk.testkit.internal.page.Screen;
import io.github.pscsdk.testkit.internal.psc.PscRealm;
import io.github.pscsdk.testkit.internal.psc.Session;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Shows what goes on: sessions, waiting requests, the last exchanges without their secrets, and who may log in. */
public final class Cockpit implements Screen {
    private static final int EXCHANGES = 25;

    private final PscRealm realm;
    private final Prompts prompts;
    private final Journal journal;

    /** Looks at a realm. */
    public Cockpit(PscRealm realm, Prompts prompts, Journal journal) {
        this.realm = realm;
        this.prompts = prompts;
        this.journal = journal;
    }

    Reply state() {
        return PageRequest.state(digest());
    }

    private String digest() {
        return journal.requests().size() + " " + realm.sessions().size() + " " + Waiting.state(prompts.pending());
    }

    @Override
    public Reply answer(PageRequest request) {
        var main = request.part(
                "cockpit",
                Map.of(
                        "state", digest(),
                        "sessions", rows(request, 4, realm.sessions(), session -> session(request, session)),
                        "pending", rows(request, 4, prompts.pending(), prompt -> pending(request, prompt)),
                        "exchanges", rows(request, 4, recent(), exchange -> exchange(request, exchange)),
                        "personas", rows(request, 4, PersonaFile.entries(), entry -> persona(request, entry))));
        return request.page(200, PageFrame.titled("cockpit.title"), main);
    }

    private static <T> Html rows(PageRequest request, int columns, List<T> things, Function<T, Html> row) {
        return things.isEmpty()
                ? request.part("cockpit-none", Map.of("columns", columns))
                : Html.join(things.stream().map(row));
    }

    private List<RecordedRequest> recent() {
        var all = journal.requests();
        var last = new ArrayList<>(all.subList(Math.max(0, all.size() - EXCHANGES), all.size()));
        Collections.reverse(last);
        return last;
    }

    private static Html session(PageRequest request, Session session) {
        return request.part(
                "cockpit-session",
                Map.of(
                        "who", Waiting.name(session.person().persona()),
                        "service", session.service(),
                        "channel", session.authMode(),
                        "since", Waiting.time(session.authTime())));
    }

    private static Html pending(PageRequest request, Prompt prompt) {
        var question = prompt.question();
        return request.part(
                "cockpit-pending",
                Map.of(
                        "who", Waiting.name(question.holder()),
                        "service", question.service(),
                        "channel", question.channel(),
                        "before", Waiting.time(prompt.expiresAt())));
    }

    private static Html exchange(PageRequest request, RecordedRequest exchange) {
        var parameters = exchange.form().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining(" · "));
        return request.part(
                "cockpit-exchange",
                Map.of(
                        "endpoint", exchange.endpoint(),
                        "method", exchange.method(),
                        "authentication", exchange.authMethod(),
                        "parameters", parameters));
    }

    private static Html persona(PageRequest request, PersonaEntry entry) {
        Persona persona = entry.persona();
        return request.part(
                "cockpit-persona",
                Map.of(
                        "id", persona.nationalId().value(),
                        "who", Waiting.name(persona),
                        "behaviour", persona.behaviour(),
                        "summary", persona.summary()));
    }
}
