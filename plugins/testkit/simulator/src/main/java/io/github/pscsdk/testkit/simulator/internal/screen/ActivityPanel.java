package io.github.pscsdk.testkit.simulator.internal.screen;

import io.github.pscsdk.testkit.simulator.internal.device.Prompts;
import io.github.pscsdk.testkit.simulator.internal.http.Exchange;
import io.github.pscsdk.testkit.simulator.internal.http.Journal;
import io.github.pscsdk.testkit.simulator.internal.psc.session.Realm;
import io.github.pscsdk.testkit.simulator.internal.psc.session.Session;
import io.github.pscsdk.testkit.simulator.model.RecordedRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The part of the cockpit that shows pending requests, sessions, and the last exchanges without their secrets. */
record ActivityPanel(Realm realm, Prompts prompts, Journal journal, Supplier<Optional<Cockpit.Progress>> scenario) {
    private static final int EXCHANGES = 25;

    /** A text that changes when the activity changes. */
    String digest() {
        var sessions = realm.parts().stream().map(Session::id).toList();
        return journal.requests().size() + " " + sessions.hashCode() + " "
                + PendingPromptsPage.state(prompts.pending()) + " "
                + scenario.get().map(Cockpit.Progress::done).orElse(0);
    }

    List<Exchange> recent() {
        var all = journal.exchanges();
        var last = new ArrayList<>(all.subList(Math.max(0, all.size() - EXCHANGES), all.size()));
        Collections.reverse(last);
        return last;
    }

    static String status(Exchange exchange) {
        return exchange.status().isPresent() ? String.valueOf(exchange.status().getAsInt()) : "…";
    }

    static String parameters(RecordedRequest request) {
        return request.form().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining(" · "));
    }
}
