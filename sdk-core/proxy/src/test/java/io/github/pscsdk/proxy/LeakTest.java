package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.github.pscsdk.testkit.persona.Personas;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * No log line holds a token, a handle, an identifier, a name or a binding message: ours at TRACE, those of the libraries
 * as the shipped configuration has them. Other test classes log meanwhile, and are judged with it.
 */
class LeakTest {
    // By itself: the random number of a login may hold the same two digits.
    private static final Pattern BINDING_MESSAGE = Pattern.compile("(?<![\\w.:-])73(?![\\w.:-])");
    private static final int SHORTEST_SECRET = 6;

    private final Logger ours = (Logger) LoggerFactory.getLogger("io.github.pscsdk");
    private LogRecorder log;

    @BeforeEach
    void record() {
        ours.setLevel(Level.TRACE);
        log = new LogRecorder();
    }

    @AfterEach
    void stop() {
        log.close();
        ours.setLevel(Level.INFO);
    }

    @Test
    void no_log_line_gives_anything_away() throws Exception {
        Set<String> secrets = new HashSet<>(Set.of(Bench.TOKEN, Bench.OPERATOR_TOKEN));
        try (var bench = Bench.start()) {
            useEverything(bench, secrets);
            secrets.addAll(bench.simulator.issuedSecrets());
        }
        Personas.all().forEach(persona -> {
            secrets.add(persona.nationalId().value());
            secrets.add(persona.familyName());
            secrets.addAll(persona.givenNames());
        });
        // Shorter ones are the binding message, which has a rule of its own, and names like "X".
        secrets.removeIf(secret -> secret.length() < SHORTEST_SECRET);

        assertTrue(secrets.size() > 40, "the simulator gave nothing out");
        var lines = log.lines();
        assertTrue(lines.stream().anyMatch(line -> line.contains("PSC-001")), "nothing was logged");
        assertEquals(
                List.of(), lines.stream().filter(line -> leaks(line, secrets)).toList());
    }

    private static boolean leaks(String line, Set<String> secrets) {
        return secrets.stream().anyMatch(line::contains)
                || BINDING_MESSAGE.matcher(line).find();
    }

    private static void useEverything(Bench bench, Set<String> secrets) throws Exception {
        for (var persona : new String[] {"899999100045", "899999100086", "899999100102", "899999100151", "1"}) {
            bench.calls().connect(ConnectBody.of(persona, Bench.CLIENT));
        }
        bench.calls().call("POST", "/connect", "{\"nationalId\":\"" + Bench.PHARMACIST + "\",");
        var session = bench.loggedIn();
        secrets.add(session.cookie());
        session.connect(ConnectBody.of(Bench.PHARMACIST, Bench.CLIENT));
        session.get("/v1/session");
        for (var path : List.of("form/a", "down/a", "nobody/a", "form/%2e%2e/a", "form/a%2f", "form/a%00")) {
            session.call("POST", "/send/" + path + "?patient=" + Bench.PHARMACIST, "{}");
        }
        session.get("/" + Bench.PHARMACIST);
        session.disconnect();
        session.disconnect();
        browse(bench, secrets);
        bench.operator().traces();
        bench.calls().get("/v1/diagnosis");
    }

    private static void browse(Bench bench, Set<String> secrets) throws Exception {
        var begun = bench.calls().beginInBrowser();
        secrets.add(begun.json("/id"));
        var window = Window.ofLogin(begun);
        Window.open(window.address().toString());
        bench.calls().giveCode(begun, window.anotherCode());
        bench.calls().giveCode(begun, "12 34");
        secrets.add(window.code());
        var code = window.code().replace(" ", "");
        secrets.add(code);
        secrets.add(bench.calls().giveCode(begun, code).json("/proxy_session_id"));
    }
}
