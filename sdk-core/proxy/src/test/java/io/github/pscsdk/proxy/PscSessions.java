package io.github.pscsdk.proxy;

import io.github.pscsdk.proxy.internal.json.JsonView;
import io.github.pscsdk.testkit.simulator.PscSimulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** Whose sessions live at Pro Santé Connect, as the simulator's control API tells. */
final class PscSessions {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private PscSessions() {}

    /** The identifiers, oldest session first. */
    static List<String> of(PscSimulator simulator) throws IOException, InterruptedException {
        var question = HttpRequest.newBuilder(URI.create(simulator.control() + "/sessions"))
                .build();
        var answer = HTTP.send(question, BodyHandlers.ofByteArray());
        return JsonView.of(answer.body()).at("/sessions").elements().stream()
                .map(session -> session.text("/nationalId"))
                .toList();
    }
}
