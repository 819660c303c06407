package io.github.pscsdk.proxy.internal.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.proxy.Await;
import io.github.pscsdk.proxy.ProxyConfiguration;
import io.github.pscsdk.proxy.RegisteredApplication;
import io.github.pscsdk.proxy.RegisteredClient;
import io.github.pscsdk.proxy.internal.access.Caller;
import io.github.pscsdk.proxy.internal.json.TraceLines;
import io.github.pscsdk.proxy.internal.trace.TraceJournal;
import io.github.pscsdk.relyingparty.BrowserLoginOptions;
import io.github.pscsdk.relyingparty.PscEnvironment;
import io.github.pscsdk.relyingparty.SessionId;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.TraceStore;
import io.github.pscsdk.testkit.simulator.Endpoint;
import io.github.pscsdk.testkit.simulator.PscSimulator;
import io.github.pscsdk.testkit.simulator.SimulatedClient;
import io.github.pscsdk.time.VirtualClock;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A browser login whose time is over, with an alarm that rings when the test says so. */
class DeadlineTest {
    private static final String CLIENT = "editeur-demo";
    private static final String SECRET = "secret-of-the-client";
    private static final URI CALLBACK = URI.create("http://127.0.0.1:9/v1/callback");
    private static final Caller CALLER = new Caller("one", false, new Caller.Origin("127.0.0.1", List.of(1, 2)));

    private final VirtualClock clock = VirtualClock.standing();
    private final List<Duration> delays = new ArrayList<>();
    private final List<Runnable> alarms = new ArrayList<>();
    private PscSimulator simulator;
    private RelyingParties clients;
    private Logins logins;
    private Logins.Begun login;

    @BeforeEach
    void begin() throws Exception {
        simulator = PscSimulator.builder()
                .client(SimulatedClient.withSecret(CLIENT, SECRET).withRedirectUri(CALLBACK))
                .clock(clock)
                .start();
        var environment = PscEnvironment.custom(simulator.issuer(), simulator.authorizationEndpoint());
        var configuration = ProxyConfiguration.builder(environment)
                .client(RegisteredClient.secretBasic(CLIENT, SECRET))
                .application("one", RegisteredApplication.sha256Of("any"))
                .clock(clock)
                .build();
        clients = RelyingParties.of(configuration, CALLBACK, Optional.empty(), Optional.empty());
        var journal = new TraceJournal(TraceStore.inMemory(100, clock), new TraceLines(), Runnable::run, clock);
        logins = new Logins(
                List::of, clients, SessionStore.inMemory(clock), journal, problem -> {}, clock, (delay, task) -> {
                    delays.add(delay);
                    alarms.add(task);
                });
        login = logins.inBrowser(
                        CALLER,
                        clients.find(CLIENT).orElseThrow(),
                        BrowserLoginOptions.none(),
                        new PendingLogin.Registry(1, clock).inBrowser())
                .join();
    }

    @AfterEach
    void stop() {
        logins.close();
        clients.close();
        simulator.close();
    }

    /** Logs in on the page: where that sends the browser. */
    private URI logIn() throws Exception {
        var page =
                HttpRequest.newBuilder(login.authorizationUri().orElseThrow()).build();
        var answer = HttpClient.newHttpClient().send(page, BodyHandlers.discarding());
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }

    private CompletableFuture<PageCode> comeBack(URI callback) {
        var state = callback.getQuery().replaceAll(".*\\bstate=([^&]*).*", "$1");
        return logins.returns().comeBack(callback, state);
    }

    private LoginStatus status() {
        return logins.statuses().await(login.id(), CALLER, Duration.ZERO).join();
    }

    private Problem end() {
        return assertInstanceOf(LoginStatus.Failed.class, status()).failure().problem();
    }

    @Test
    void the_alarm_is_set_for_the_deadline() {
        assertEquals(List.of(Duration.between(clock.instant(), login.deadline())), delays);
    }

    @Test
    void the_alarm_ends_a_login_that_nobody_came_back_to() {
        alarms.get(0).run();

        assertEquals(LoginProblem.NO_ANSWER_IN_TIME, end());
    }

    @Test
    void the_alarm_ends_a_login_whose_code_nobody_typed_here_and_at_psc() throws Exception {
        comeBack(logIn()).join();

        alarms.get(0).run();

        assertEquals(LoginProblem.NO_ANSWER_IN_TIME, end());
        Await.until(() -> simulator.count(Endpoint.LOGOUT) == 1);
    }

    @Test
    void the_alarm_finds_nothing_to_end_after_the_code() throws Exception {
        logins.returns()
                .takeCode(login.id(), CALLER, comeBack(logIn()).join().reveal())
                .join();

        alarms.get(0).run();

        var session =
                new SessionId(assertInstanceOf(LoginStatus.Done.class, status()).session());
        assertTrue(clients.find(CLIENT).orElseThrow().session(session).isPresent());
        assertEquals(0, simulator.count(Endpoint.LOGOUT));
    }

    @Test
    void a_return_that_arrives_after_the_end_shows_no_code_and_leaves_no_session() throws Exception {
        var callback = logIn();
        alarms.get(0).run();

        var late = comeBack(callback);

        assertThrows(CompletionException.class, late::join);
        assertEquals(0, simulator.count(Endpoint.TOKEN), "the code of the return is not even redeemed");
    }
}
