package io.github.pscsdk.testkit.simulator.internal.psc;

import io.github.pscsdk.testkit.simulator.internal.http.Journal;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The back-channel requests so far, under their {@code auth_req_id}. */
final class BackchannelLogins {
    private final Map<String, BackchannelLogin> byId = new ConcurrentHashMap<>();
    private final Journal journal;

    BackchannelLogins(Journal journal) {
        this.journal = journal;
    }

    /** Keeps the request; returns its new {@code auth_req_id}. */
    String add(BackchannelLogin login) {
        var id = journal.drawSecret();
        byId.put(id, login);
        return id;
    }

    /** The requests that wait for an answer; the first to expire comes first. */
    List<BackchannelLogin> unanswered() {
        return byId.values().stream()
                .filter(BackchannelLogin::isUnanswered)
                .sorted(Comparator.comparing(BackchannelLogin::expiresAt))
                .toList();
    }

    Optional<BackchannelLogin> find(String id, SimulatedClient client) {
        return Optional.ofNullable(byId.get(id)).filter(login -> login.client().equals(client));
    }
}
