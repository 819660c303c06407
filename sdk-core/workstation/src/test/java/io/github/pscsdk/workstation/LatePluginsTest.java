package io.github.pscsdk.workstation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.PluginStatus;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.testkit.support.PluginJar;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plug-in that does not return: whoever called the client is answered in time, and other plug-ins serve on. */
class LatePluginsTest {
    private static final Duration LOAD_LIMIT = Duration.ofSeconds(1);

    /** How long an interrupted call has to end. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private static final LoginRequest LATE_FIRST = LoginRequest.using("late", "good");

    @TempDir
    Path folder;

    private final PassingTime time = new PassingTime();

    @AutoClose
    private final MockServerHalf server = new MockServerHalf();

    /** Declared last, closed first: what hangs ends before the client does. */
    private LatePlugin late;

    @BeforeEach
    void write_the_plug_ins() throws Exception {
        late = new LatePlugin(folder);
        late.close();
        late.write("late.jar", "1.0.0");
        PluginJar.named("good.jar")
                .extension("broken.Good", BrokenSources.compiled())
                .writeInto(folder);
    }

    private PscClient build() {
        return Fakes.builder(server)
                .pluginDirectory(folder)
                .pluginLoadLimit(LOAD_LIMIT)
                .clock(time.clock())
                .build();
    }

    /** Whether the plug-in hangs in that call by now. */
    private static boolean hangsIn(String call) {
        return System.getProperty(LateSources.PROPERTY + "in-" + call, "").equals("hang");
    }

    private static PluginStatus status(PscClient client) {
        return client.plugins().all().stream()
                .filter(plugin -> plugin.file().equals("late.jar"))
                .findFirst()
                .orElseThrow();
    }

    private static Problem problemOf(PscClient client, LoginRequest request) {
        return Failures.problemOf(() -> client.login(request));
    }

    @ParameterizedTest
    @ValueSource(strings = {"static", "constructor", "descriptor", "start"})
    void one_that_hangs_while_it_is_loaded_is_refused_as_slow_and_the_others_serve(String call) throws Exception {
        late.does(call, "hang");
        try (var client = time.within(LOAD_LIMIT, () -> hangsIn(call), this::build)) {
            var status = status(client);
            assertSame(PluginStatus.State.REFUSED, status.state());
            var finding = status.findings().get(0);
            assertSame(PluginProblem.NOT_RESPONDING, finding.problem());
            assertTrue(finding.facts().get("reason").contains("slow"));
            assertEquals(1, status.stuckThreads());
            assertEquals(
                    List.of(finding),
                    client.diagnose().findings().stream()
                            .filter(found -> found.problem() == PluginProblem.NOT_RESPONDING)
                            .toList());
            assertTrue(client.login(LATE_FIRST).isActive());
        } finally {
            late.close();
        }
    }

    @Test
    void one_that_was_slow_is_loaded_when_somebody_asks_for_it_once_it_has_ended() throws Exception {
        late.does("start", "hang");
        try (var client = time.within(LOAD_LIMIT, () -> hangsIn("start"), this::build)) {
            client.plugins().refresh();
            assertSame(PluginStatus.State.REFUSED, status(client).state());
            assertEquals(1, status(client).stuckThreads(), "while it hangs no second thread does");

            late.close();
            Await.until("it is loaded", () -> {
                client.plugins().refresh();
                return status(client).state() == PluginStatus.State.RUNNING;
            });

            assertTrue(client.login(LoginRequest.using("late")).isActive());
        } finally {
            late.close();
        }
    }

    @Test
    void one_that_was_slow_is_loaded_by_itself_after_five_minutes_once_it_has_ended() throws Exception {
        late.does("start", "hang");
        try (var client = time.within(LOAD_LIMIT, () -> hangsIn("start"), this::build)) {
            time.clock().advance(Duration.ofMinutes(5));
            Await.until("it was looked at", () -> time.clock().hasTaskWithin(Duration.ofMinutes(5)));
            assertSame(PluginStatus.State.REFUSED, status(client).state());

            late.close();
            time.clock().advance(Duration.ofMinutes(5).minusMillis(1));
            assertSame(PluginStatus.State.REFUSED, status(client).state());

            // Where its thread has not ended when it is looked at, the next look is five minutes later.
            Await.until("it is loaded", () -> {
                time.clock().advanceToNext(Duration.ofMinutes(5));
                return status(client).state() == PluginStatus.State.RUNNING;
            });
            client.plugins().refresh();
            assertFalse(time.clock().hasTaskWithin(Duration.ofMinutes(5)), "nothing is left to look at");
        } finally {
            late.close();
        }
    }

    @Test
    void its_interrupt_flag_stays_its_own() {
        try (var client = build()) {
            assertFalse(Thread.currentThread().isInterrupted());
            assertSame(PluginStatus.State.RUNNING, status(client).state());
        }
    }

    @Test
    void a_login_that_it_does_not_end_at_the_deadline_is_given_up_and_the_next_one_goes_another_way() throws Exception {
        late.does("authenticate", "hang");
        try (var client = build()) {
            var request = LoginRequest.using("late").withTimeout(Duration.ofSeconds(10));
            assertSame(
                    PluginProblem.NOT_RESPONDING,
                    time.within(
                            request.timeout().plus(GRACE).plusMillis(50),
                            () -> hangsIn("authenticate"),
                            () -> problemOf(client, request)));
            assertEquals(1, status(client).stuckThreads());
            var finding = client.diagnose().findings().stream()
                    .filter(found -> found.problem() == PluginProblem.NOT_RESPONDING)
                    .findFirst()
                    .orElseThrow();
            assertEquals("1", finding.facts().get("threads"));

            assertTrue(client.login(LATE_FIRST).isActive());
            assertSame(PluginProblem.NOT_RESPONDING, client.obstacle("late").orElseThrow());

            late.close();
            awaitStuckThreads(client, 0);
            assertTrue(client.login(LoginRequest.using("late")).isActive());
        } finally {
            late.close();
        }
    }

    @Test
    void a_cancelled_login_returns_although_it_hears_no_interrupt() throws Exception {
        late.does("authenticate", "hang");
        try (var client = build()) {
            var login = client.loginAsync(LoginRequest.using("late"));
            Await.until("the plug-in hangs", () -> hangsIn("authenticate"));

            login.cancel(true);

            passesGrace();
            awaitStuckThreads(client, 1);
            assertTrue(client.login(LATE_FIRST).isActive());
        } finally {
            late.close();
        }
    }

    @Test
    void a_watch_that_hears_no_interrupt_is_given_up_and_counted_and_the_next_login_has_one_of_its_own()
            throws Exception {
        late.does("watch", "hang");
        try (var client = build()) {
            for (var logins = 1; logins <= 2; logins++) {
                var session = client.login(LoginRequest.using("late"));
                Await.until(
                        "the plug-in follows its device",
                        () -> System.getProperty(LateSources.PROPERTY + "watching") != null);
                System.clearProperty(LateSources.PROPERTY + "watching");

                session.signOut();

                passesGrace();
                awaitStuckThreads(client, logins);
            }
            late.close();
            awaitStuckThreads(client, 0);
        } finally {
            late.close();
        }
    }

    private void passesGrace() {
        Await.until("the engine waits for the call to end", () -> time.clock().hasTaskWithin(GRACE));
        time.clock().advance(GRACE);
    }

    private static void awaitStuckThreads(PscClient client, int number) {
        Await.until(number + " threads are stuck", () -> status(client).stuckThreads() == number);
    }

    @Test
    void questions_about_its_state_are_answered_for_it() throws Exception {
        late.does("obstacle", "hang");
        late.does("diagnose", "hang");
        try (var client = build()) {
            assertSame(
                    PluginProblem.NOT_RESPONDING,
                    time.within(Duration.ofSeconds(1), () -> client.obstacle("late"))
                            .orElseThrow());
            // No second thread is spent, and no time.
            assertSame(PluginProblem.NOT_RESPONDING, client.obstacle("late").orElseThrow());

            var diagnosis = time.within(Duration.ofSeconds(3), () -> hangsIn("diagnose"), client::diagnose);
            assertTrue(diagnosis.findings().stream()
                    .map(Diagnostic::problem)
                    .anyMatch(PluginProblem.NO_DIAGNOSIS::equals));
            assertTrue(client.login(LoginRequest.using("late")).isActive());
        } finally {
            late.close();
        }
    }

    @Test
    void the_client_closes_although_it_does_not() {
        late.does("close", "hang");
        var client = build();

        client.close();

        late.close();
    }

    @Test
    void after_three_failures_in_a_row_it_is_set_aside_until_somebody_tries_it_again() throws Exception {
        late.does("authenticate", "throw");
        try (var client = build()) {
            for (var failures = 0; failures < 3; failures++) {
                assertSame(PluginStatus.State.RUNNING, status(client).state());
                assertSame(PluginProblem.PLUGIN_FAILED, problemOf(client, LoginRequest.using("late")));
            }

            assertSame(PluginStatus.State.QUARANTINED, status(client).state());
            assertSame(
                    PluginProblem.QUARANTINED, status(client).findings().get(0).problem());
            assertSame(PluginProblem.QUARANTINED, problemOf(client, LoginRequest.using("late")));
            assertSame(PluginProblem.QUARANTINED, client.obstacle("late").orElseThrow());
            assertTrue(client.login(LATE_FIRST).isActive());

            late.close();
            client.plugins().enable("late");
            assertSame(PluginStatus.State.RUNNING, status(client).state());
            assertTrue(client.login(LoginRequest.using("late")).isActive());
        }
    }
}
