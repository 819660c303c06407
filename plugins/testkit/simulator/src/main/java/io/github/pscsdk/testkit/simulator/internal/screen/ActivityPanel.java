package io.github.pscsdk.testkit.simulator.internal.screen;

import io.github.pscsdk.testkit.simulator.internal.device.Prompt;
import io.github.pscsdk.testkit.simulator.internal.device.Prompts;
import io.github.pscsdk.testkit.simulator.internal.http.Exchange;
import io.github.pscsdk.testkit.simulator.internal.http.Journal;
import io.github.pscsdk.testkit.simulator.internal.page.Html;
import io.github.pscsdk.testkit.simulator.internal.page.PageRequest;
import io.github.pscsdk.testkit.simulator.internal.psc.PscRealm;
import io.github.pscsdk.testkit.simulator.internal.psc.session.Session;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The part of the cockpit that shows pending requests, sessions, and the last exchanges without their secrets. */
record ActivityPanel(PscRealm realm, Prompts prompts, Journal journal, Supplier<Optional<Cockpit.Progress>> scenario) {
    private static final int EXCHANGES = 25;

    /** A text that changes when the activity changes. */
    String digest() {
        var sessions = realm.sessions().stream().map(Session::id).toList();
        return journal.requests().size() + " " + sessions.hashCode() + " "
                + PendingPromptsPage.state(prompts.pending()) + " "
                + scenario.get().map(Cockpit.Progress::done).orElse(0);
    }

    int waiting() {
        return prompts.pending().size();
    }

    Html markup(PageRequest request) {
        return request.part(
                "cockpit-activity",
                Map.of(
                        "waiting", waiting(),
                        "open", realm.sessions().size(),
                        "exchanged", journal.requests().size(),
                        "scenario", scenario(request),
                        "sessions", rows(request, realm.sessions(), session -> session(request, session)),
                        "pending", rows(request, prompts.pending(), prompt -> pending(request, prompt)),
                        "exchanges", rows(request, recent(), exchange -> exchange(request, exchange))));
    }

    private Html scenario(PageRequest request) {
        return scenario.get()
                .map(played -> request.part(
                        "cockpit-scenario",
                        Map.of("title", played.title(), "done", played.done(), "steps", played.steps())))
                .orElse(Html.NOTHING);
    }

    private static <T> Html rows(PageRequest request, List<T> things, Function<T, Html> row) {
        return things.isEmpty()
                ? request.part("cockpit-none")
                : Html.join(things.stream().map(row));
    }

    private List<Exchange> recent() {
        var all = journal.exchanges();
        var last = new ArrayList<>(all.subList(Math.max(0, all.size() - EXCHANGES), all.size()));
        Collections.reverse(last);
        return last;
    }

    private static Html session(PageRequest request, Session session) {
        return request.part(
                "cockpit-session",
                Map.of(
                        "who", PendingPromptsPage.name(session.person().persona()),
                        "service", session.client().name(),
                        "channel", session.authMode(),
                        "since", PendingPromptsPage.time(session.authTime())));
    }

    private static Html pending(PageRequest request, Prompt prompt) {
        var question = prompt.question();
        return request.part(
                "cockpit-pending",
                Map.of(
                        "who", PendingPromptsPage.name(question.holder()),
                        "service", question.service(),
                        "channel", question.channel(),
                        "before", PendingPromptsPage.time(prompt.expiresAt())));
    }

    private static Html exchange(PageRequest request, Exchange exchange) {
        var recorded = exchange.request();
        var parameters = recorded.form().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining(" · "));
        return request.part(
                "cockpit-exchange",
                Map.of(
                        "time", PendingPromptsPage.time(exchange.at()),
                        "endpoint", recorded.endpoint(),
                        "method", recorded.method(),
                        "status",
                                exchange.status().isPresent()
                                        ? exchange.status().getAsInt()
                                        : "…",
                        "authentication", recorded.authMethod(),
                        "parameters", parameters,
                        "note", exchange.note().orElse("")));
    }
}
