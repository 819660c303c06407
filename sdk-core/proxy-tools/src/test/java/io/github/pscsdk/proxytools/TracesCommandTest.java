package io.github.pscsdk.proxytools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.proxy.Bench;
import io.github.pscsdk.proxy.ConnectBody;
import io.github.pscsdk.proxy.DrawnKeys;
import io.github.pscsdk.proxy.Postgres;
import io.github.pscsdk.proxy.internal.json.JsonView;
import io.github.pscsdk.proxy.internal.settings.ProxyConfiguration.TraceSettings;
import io.github.pscsdk.proxy.internal.store.FileSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code proxy-esante traces}, where no node runs any more. */
class TracesCommandTest {
    private static final String IN_FILE =
            ", \"store\": {\"keyRing\": \"key-ring\", \"file\": \"sessions\"}, \"traces\": {\"inStore\": true}";
    private static final String IN_FOLDER =
            ", \"store\": {\"keyRing\": \"key-ring\", \"file\": \"sessions\"}, \"traces\": {\"directory\": \"traces\"}";

    private final ProxyCommand command = new ProxyCommand();

    @TempDir
    private Path folder;

    private String configuration(String more) throws IOException {
        return Files.writeString(folder.resolve("proxy.json"), """
                {"environment": {"name": "sandbox"},
                 "clients": [{"id": "editeur", "method": "secret_basic", "secret": {"value": "s3cret-value"}}],
                 "applications": [{"name": "one", "sha256": "%s"}]%s}
                """.formatted("1".repeat(64), more))
                .toString();
    }

    private int run(String... arguments) {
        return command.run(
                Stream.concat(Stream.of("traces"), Stream.of(arguments)).toArray(String[]::new));
    }

    private List<String> types() {
        return command.out()
                .lines()
                .map(line -> JsonView.of(line.getBytes(StandardCharsets.UTF_8)))
                .map(trace -> trace.has("/type") ? trace.text("/type") : trace.text("/problem"))
                .toList();
    }

    private void work(String more) throws Exception {
        var ring = DrawnKeys.drawnIn(folder).ring();
        var settings = more.equals(IN_FILE)
                ? TraceSettings.inStore()
                : new TraceSettings(
                        Optional.of(folder.resolve("traces")), Optional.of(ring), TraceSettings.DEFAULT_RETENTION);
        try (var bench = Bench.start(builder -> {
            Bench.stores(builder, new FileSource(folder.resolve("sessions"), ring));
            Bench.traces(builder, settings);
        })) {
            var session = bench.loggedIn();
            assertEquals(200, session.get("/send/open/a").status());
            assertEquals(200, session.disconnect().status());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {IN_FILE, IN_FOLDER})
    void prints_what_a_node_has_left_as_json_lines(String more) throws Exception {
        work(more);

        assertEquals(0, run(configuration(more)), command::err);

        assertEquals(List.of("CONNECT_SUCCESS", "SEND", "DISCONNECT"), types());
        assertTrue(command.out().contains(Bench.PHARMACIST));
        assertFalse(command.err().contains(Bench.PHARMACIST));
    }

    @Test
    void prints_what_nodes_have_left_in_postgresql() throws Exception {
        var ring = DrawnKeys.drawnIn(folder).ring();
        try (var postgres = Postgres.start()) {
            try (var bench = Bench.start(builder -> {
                Bench.stores(builder, postgres.source(ring));
                Bench.traces(builder, TraceSettings.inStore());
            })) {
                bench.loggedIn().disconnect();
            }

            assertEquals(0, run(configuration("""
                            , "store": {"keyRing": "key-ring",
                               "postgresql": {"url": "%s", "user": "postgres", "password": {"value": "any"}}},
                             "traces": {"inStore": true}""".formatted(postgres.url()))), command::err);
        }

        assertEquals(List.of("CONNECT_SUCCESS", "DISCONNECT"), types());
    }

    @Test
    void prints_in_an_encoding_that_every_terminal_has() throws Exception {
        try (var bench = Bench.start(builder -> builder.traces(folder.resolve("traces"), Optional.empty()))) {
            bench.calls().connect(ConnectBody.of(Bench.PHARMACIST, "éditeur-\uD83D\uDC8A"));
        }

        assertEquals(0, run(configuration(", \"traces\": {\"directory\": \"traces\"}")), command::err);

        assertTrue(command.out().chars().allMatch(c -> c < 0x7f), command::out);
        assertEquals(
                "éditeur-\uD83D\uDC8A",
                JsonView.of(command.out().getBytes(StandardCharsets.US_ASCII)).text("/clientId"));
    }

    @Test
    void prints_a_period_alone() throws Exception {
        work(IN_FILE);

        assertEquals(0, run(configuration(IN_FILE), "--start", "2100-01-01T00:00:00Z"), command::err);
        assertEquals(0, run(configuration(IN_FILE), "--end", "2020-01-01T00:00:00+01:00"), command::err);
        assertEquals("", command.out());
        assertEquals(2, run(configuration(IN_FILE), "--end", "yesterday"));
    }

    @ParameterizedTest
    @ValueSource(strings = {IN_FILE, IN_FOLDER})
    void what_cannot_be_decrypted_is_printed_as_such_and_ends_with_1(String more) throws Exception {
        work(more);
        DrawnKeys.drawnIn(folder);

        assertEquals(1, run(configuration(more)));

        assertEquals(List.of("PSC-050", "PSC-050", "PSC-050"), types());
        assertTrue(command.err().contains("PSC-050") && command.err().contains("2026-11"), command::err);
    }

    @Test
    void what_is_not_there_is_not_made() throws Exception {
        DrawnKeys.drawnIn(folder);

        assertEquals(1, run(configuration(IN_FILE)));
        assertEquals(1, run(configuration(IN_FOLDER)));

        assertTrue(command.err().contains("CLI-001"), command::err);
        assertFalse(Files.exists(folder.resolve("sessions.mv.db")) || Files.exists(folder.resolve("traces")));
    }

    @Test
    void a_configuration_that_keeps_no_traces_and_one_that_cannot_be_read_end_with_2() throws Exception {
        assertEquals(2, run(configuration("")));
        assertTrue(command.err().contains("proxy.json"), command::err);
        assertEquals(2, run(folder.resolve("none.json").toString()));
        assertTrue(command.err().contains("none.json"), command::err);
    }

    @Test
    void redis_has_none() throws Exception {
        DrawnKeys.drawnIn(folder);

        assertEquals(
                2,
                run(configuration(", \"store\": {\"keyRing\": \"key-ring\", \"redis\": {\"server\": \"127.0.0.1:1\"}},"
                        + " \"traces\": {\"inStore\": true}")));
        assertTrue(command.err().contains("Redis has no place for traces"), command::err);
    }
}
