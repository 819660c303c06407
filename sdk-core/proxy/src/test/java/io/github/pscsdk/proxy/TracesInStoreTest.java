package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.ServerProblem;
import io.github.pscsdk.proxy.internal.json.JsonView;
import io.github.pscsdk.proxy.internal.settings.ProxyConfiguration.TraceSettings;
import io.github.pscsdk.proxy.internal.settings.StoreSource;
import io.github.pscsdk.proxy.internal.store.FileSource;
import io.github.pscsdk.relyingparty.ClientAuthentication;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.testkit.support.Await;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Traces of all nodes are in the store that they share. */
class TracesInStoreTest {
    @AutoClose
    private static Postgres postgres;

    @TempDir
    private Path folder;

    private StoreSource database;

    @BeforeAll
    static void start() throws Exception {
        postgres = Postgres.start();
    }

    @BeforeEach
    void empty() throws Exception {
        postgres.execute("TRUNCATE psc_entry, psc_trace");
        database = postgres.source(DrawnKeys.drawnIn(folder).ring());
    }

    private Bench bench() {
        return Bench.start(builder -> builder.stores(database).traces(TraceSettings.inStore()));
    }

    private static List<String> types(ProxyCalls operator) throws Exception {
        return operator.traces().stream().map(trace -> trace.text("/type")).toList();
    }

    @Test
    void what_two_nodes_do_any_of_them_exports_and_nobody_else_reads() throws Exception {
        try (var bench = bench();
                var other = bench.node()) {
            var session = bench.loggedIn();
            var there = bench.calls(other).withCookie(session.cookie());
            assertEquals(200, there.get("/send/form/a").status());
            assertEquals(200, session.disconnect().status());

            var expected = List.of("CONNECT_SUCCESS", "SEND", "DISCONNECT");
            assertEquals(expected, types(bench.operator()));
            assertEquals(expected, types(ProxyCalls.to(other.address()).withToken(Bench.OPERATOR_TOKEN)));
        }
        var rows = postgres.text("SELECT string_agg(psc_trace::text || encode(value, 'escape'), ' ') FROM psc_trace");
        assertEquals(3, postgres.number("SELECT count(*) FROM psc_trace"));
        assertFalse(rows.contains(Bench.PHARMACIST) || rows.contains("SEND"), rows);
    }

    @Test
    void what_cannot_be_traced_is_not_done_and_done_once_the_database_takes_traces_again() throws Exception {
        try (var bench = bench()) {
            var session = bench.loggedIn();
            var logouts = bench.simulator.count(Endpoint.LOGOUT);
            postgres.execute("ALTER TABLE psc_trace ADD CONSTRAINT full_disk CHECK (made_at < '2000-01-01') NOT VALID");

            assertRefused(session.get("/send/open/a"));
            assertEquals(0, bench.backend.received().size(), "what was refused went to no backend");
            assertRefused(bench.calls().connect(ConnectBody.of("899999100029", Bench.CLIENT)));
            Await.until("the session that was refused ends", () -> bench.simulator.count(Endpoint.LOGOUT) > logouts);
            assertTrue(bench.calls().get("/v1/diagnosis").text().contains("PSC-046"));
            assertEquals(
                    400,
                    bench.calls()
                            .connect(ConnectBody.of(Bench.PHARMACIST, Bench.CLIENT)
                                    .with("channel", "NONE"))
                            .status(),
                    "a failure is told as what it is");

            postgres.execute("ALTER TABLE psc_trace DROP CONSTRAINT full_disk");

            assertEquals(200, session.get("/send/open/a").status());
            assertFalse(bench.calls().get("/v1/diagnosis").text().contains("PSC-046"));
            assertEquals(List.of("CONNECT_SUCCESS", "SEND"), types(bench.operator()));
        }
    }

    private static void assertRefused(Answer answer) {
        assertEquals(503, answer.status(), answer::text);
        assertEquals("PSC-046", answer.header("Psc-Proxy-Error"));
    }

    @Test
    void traces_of_a_file_outlive_the_process() throws Exception {
        var file = new FileSource(
                folder.resolve("sessions"), DrawnKeys.drawnIn(folder).ring());
        try (var bench = Bench.start(builder -> builder.stores(file).traces(TraceSettings.inStore()))) {
            bench.loggedIn().disconnect();
            bench.proxy.close();

            try (var again = bench.node()) {
                assertEquals(
                        List.of("CONNECT_SUCCESS", "DISCONNECT"),
                        types(ProxyCalls.to(again.address()).withToken(Bench.OPERATOR_TOKEN)));
            }
        }
    }

    @Test
    void a_trace_of_another_key_ring_is_told_and_not_taken_for_gone() throws Exception {
        try (var bench = bench()) {
            bench.loggedIn();
        }
        // As if only the keys of then were lost, and not the sessions.
        postgres.execute("TRUNCATE psc_entry");
        database = postgres.source(DrawnKeys.drawnIn(folder).ring());
        try (var bench = bench()) {
            bench.loggedIn();

            var all = bench.operator().get("/traces?start=2020-01-01T00:00:00Z");
            assertEquals(500, all.status());
            assertEquals("PSC-050", all.header("Psc-Proxy-Error"));
            var page = JsonView.of(bench.operator()
                    .get("/v1/traces?start=2020-01-01T00:00:00Z")
                    .body());
            assertEquals("PSC-050", page.text("/traces/0/problem"));
            assertEquals("CONNECT_SUCCESS", page.text("/traces/1/type"));
        }
    }

    @Test
    void a_node_without_the_table_of_traces_does_not_start_and_says_what_to_run() throws Exception {
        postgres.execute("ALTER TABLE psc_trace RENAME TO other");
        try {
            var failure = assertThrows(StoreException.class, this::bench);
            assertTrue(failure.getMessage().contains("run postgresql.sql"), failure::getMessage);
        } finally {
            postgres.execute("ALTER TABLE other RENAME TO psc_trace");
        }
    }

    @Test
    void traces_that_are_too_old_go() throws Exception {
        postgres.execute("INSERT INTO psc_trace SELECT now() - interval '200 days' + n * interval '1 second',"
                + " gen_random_uuid(), '' FROM generate_series(1, 1200) n");
        try (var bench = bench()) {
            bench.loggedIn();

            Await.until("the old traces are gone", () -> postgres.number("SELECT count(*) FROM psc_trace") == 1);
        }
    }

    @Test
    void a_store_without_a_place_for_traces_is_refused_with_what_to_use_instead() {
        var builder = ProxyServer.builder(PscEnvironment.sandbox())
                .client("editeur", ClientAuthentication.clientSecretBasic("any"))
                .application("one", "1".repeat(64))
                .stores(SessionStore.inMemory(Clock.systemUTC()))
                .traces(TraceSettings.inStore());

        var failure = assertThrows(ProxyStartException.class, builder::start);
        assertEquals(ServerProblem.STORE_WITHOUT_TRACES, failure.problem());
    }
}
