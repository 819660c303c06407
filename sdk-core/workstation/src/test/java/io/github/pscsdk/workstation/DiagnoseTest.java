package io.github.pscsdk.workstation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.Diagnosis;
import io.github.pscsdk.api.Examination;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.diagnostic.WorkstationProblem;
import io.github.pscsdk.spi.AuthenticationContext;
import io.github.pscsdk.spi.AuthenticationRequest;
import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.spi.Grant;
import io.github.pscsdk.testkit.support.ReservedPort;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiagnoseTest {
    @AutoClose
    private final MockServerHalf server = new MockServerHalf();

    private final PassingTime time = new PassingTime();
    private final AtomicInteger told = new AtomicInteger();

    @TempDir
    Path folder;

    @Test
    void nothing_is_found_where_all_is_well() throws Exception {
        try (var client = client(List::of)) {
            assertEquals(List.of(), client.diagnose().findings());
            assertEquals(
                    "Bearer " + MockServerHalf.APPLICATION_TOKEN,
                    server.await("GET /v1/status").header("Authorization"));
        }
    }

    @Test
    void what_an_authenticator_finds_is_passed_on() throws Exception {
        var finding =
                Diagnostic.of(LoginProblem.BROWSER_NOT_OPENED, Severity.WARNING).with("fact", "1");
        try (var client = client(() -> List.of(finding))) {
            assertEquals(List.of(finding), client.diagnose().findings());
        }
    }

    @Test
    void an_authenticator_that_throws_is_a_finding() throws Exception {
        try (var client = client(() -> {
            throw new UnsatisfiedLinkError("no driver");
        })) {
            var found = client.diagnose().findings().get(0);

            assertEquals(PluginProblem.PLUGIN_FAILED, found.problem());
            assertEquals("device", found.facts().get("authenticator"));
        }
    }

    @Test
    void an_authenticator_that_hangs_is_a_finding_and_is_not_asked_twice_at_a_time() throws Exception {
        var asked = new AtomicInteger();
        var never = new Semaphore(0);
        try (var client = client(() -> {
            asked.incrementAndGet();
            never.acquireUninterruptibly();
            return List.of();
        })) {
            var first = time.within(
                    Duration.ofSeconds(3), () -> asked.get() > 0 && isToldAllElse(), () -> diagnose(client));
            assertEquals(PluginProblem.NO_DIAGNOSIS, first.findings().get(0).problem());
            // The second one is not begun, and so takes no time.
            assertEquals(
                    PluginProblem.NO_DIAGNOSIS,
                    client.diagnose().findings().get(0).problem());
            assertEquals(1, asked.get());
            never.release();
        }
    }

    @Test
    void progress_is_told_as_each_examination_ends_and_its_listener_may_throw() throws Exception {
        var here = Thread.currentThread();
        var told = new ArrayList<Examination>();
        try (var client = client(List::of)) {
            var diagnosis = client.diagnose(examination -> {
                assertEquals(here, Thread.currentThread());
                told.add(examination);
                throw new IllegalStateException("a listener of a test");
            });

            assertEquals(Set.copyOf(diagnosis.examinations()), Set.copyOf(told));
            assertEquals(diagnosis.examinations().size(), told.size());
            assertEquals(client.authenticators(), diagnosis.waysIn());
        }
    }

    @Test
    void whatever_hangs_the_whole_takes_less_than_five_seconds() throws Exception {
        server.answer(
                "GET /v1/status",
                () -> new MockResponse.Builder()
                        .headersDelay(60, TimeUnit.SECONDS)
                        .build());
        var hangs = new AtomicBoolean();
        try (var client = client(() -> {
            hangs.set(true);
            Thread.currentThread().join();
            return List.of();
        })) {
            // All that does not hang is told: the plug-ins and the browser.
            var diagnosis = time.within(
                    Duration.ofSeconds(5),
                    () -> hangs.get()
                            && told.get() >= 2
                            && !server.seen("GET /v1/status").isEmpty(),
                    () -> diagnose(client));

            assertEquals(
                    List.of(WorkstationProblem.SERVER_HALF_SLOW, PluginProblem.NO_DIAGNOSIS),
                    diagnosis.findings().stream().map(Diagnostic::problem).toList());
        }
    }

    @Test
    void the_checkup_itself_can_be_interrupted() throws Exception {
        var begun = new Semaphore(0);
        try (var client = client(() -> {
            begun.release();
            Thread.currentThread().join();
            return List.of();
        })) {
            var checkup = new FutureTask<Diagnosis>(client::diagnose);
            var thread = new Thread(checkup);
            thread.start();
            begun.acquire();

            thread.interrupt();

            var failure = assertThrows(ExecutionException.class, () -> checkup.get());
            assertEquals(InterruptedException.class, failure.getCause().getClass());
        }
    }

    @Test
    void a_refused_application_token_blocks() throws Exception {
        server.answer("GET /v1/status", 401, "{\"code\":\"401\",\"problem\":\"PSC-062\"}");

        assertBlocks(LoginProblem.APPLICATION_REJECTED);
    }

    @Test
    void a_server_half_of_another_contract_blocks() throws Exception {
        server.answer("GET /v1/status", 200, "{\"environment\":\"PRODUCTION\",\"contract\":\"2.0.0\"}");

        assertBlocks(LoginProblem.SERVER_HALF_ANSWER_INVALID);
    }

    @Test
    void a_gateway_that_answers_for_a_server_half_that_is_down_blocks() throws Exception {
        server.answer("GET /v1/status", 503, "<html>");

        assertBlocks(LoginProblem.SERVER_HALF_UNREACHABLE);
    }

    @Test
    void a_page_of_the_network_blocks() throws Exception {
        server.answer("GET /v1/status", 200, "<html>");

        assertBlocks(WorkstationProblem.CAPTIVE_PAGE);
    }

    @Test
    void an_unreachable_server_half_blocks() throws Exception {
        var nobody = URI.create("http://127.0.0.1:" + ReservedPort.next());
        try (var client = PscClientBuilder.forServerHalf(nobody)
                .clientId("editeur-demo")
                .applicationToken(MockServerHalf.APPLICATION_TOKEN)
                .authenticator(Fakes.phone("phone"))
                .build()) {
            assertEquals(
                    List.of(WorkstationProblem.CONNECTION_REFUSED),
                    client.diagnose().findings().stream()
                            .map(Diagnostic::problem)
                            .toList());
        }
    }

    @Test
    void a_folder_that_is_not_there_blocks() throws Exception {
        try (var client =
                Fakes.builder(server).pluginDirectory(folder.resolve("absent")).build()) {
            var found = client.diagnose().findings();

            assertEquals(
                    List.of(PluginProblem.FOLDER_UNREADABLE),
                    found.stream().map(Diagnostic::problem).toList());
            assertTrue(found.stream().allMatch(finding -> finding.severity() == Severity.BLOCKING));
        }
    }

    private void assertBlocks(Problem problem) throws InterruptedException {
        try (var client = client(List::of)) {
            var found = client.diagnose().findings().get(0);

            assertEquals(problem, found.problem());
            assertEquals(Severity.BLOCKING, found.severity());
        }
    }

    /** Notes what is told, so that {@link #isToldAllElse} knows. */
    private Diagnosis diagnose(PscClient client) throws InterruptedException {
        return client.diagnose(examination -> told.incrementAndGet());
    }

    /** Whether the six other checks have ended: the runtime, the network, the server half, Pro Santé Connect, the plug-ins and the browser. */
    private boolean isToldAllElse() {
        return told.get() >= 6;
    }

    private interface PlannedCheck {
        List<Diagnostic> at() throws InterruptedException;
    }

    private PscClient client(PlannedCheck look) {
        return Fakes.builder(server)
                .clock(time.clock())
                .authenticator(new Authenticator() {
                    @Override
                    public AuthenticatorDescriptor descriptor() {
                        return AuthenticatorDescriptor.of("device", WayIn.BACKCHANNEL, "Essai", "Test");
                    }

                    @Override
                    public List<Diagnostic> diagnose() throws InterruptedException {
                        return look.at();
                    }

                    @Override
                    public Grant authenticate(AuthenticationRequest request, AuthenticationContext context) {
                        throw new AssertionError("not asked for");
                    }
                })
                .build();
    }
}
