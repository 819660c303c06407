package io.github.pscsdk.proxy.internal.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.sessionstore.TraceStore;
import io.github.pscsdk.testkit.simulator.Endpoint;
import io.github.pscsdk.testkit.simulator.PscSimulator;
import io.github.pscsdk.testkit.simulator.SimulatedClient;
import io.github.pscsdk.time.VirtualClock;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
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

/** The code of a browser login was right, and the node that opens its session is slow: it waits for its trace. */
class OpeningTest {
    private static final String CLIENT = "editeur-demo";
    private static final String SECRET = "secret-of-the-client";
    private static final URI CALLBACK = URI.create("http://127.0.0.1:9/v1/callback");
    private static final Caller CALLER = new Caller("one", false, new Caller.Origin("127.0.0.1", List.of(1, 2)));

    private final VirtualClock clock = VirtualClock.standing();
    private final SessionStore sessions = SessionStore.inMemory(clock);
    private final List<Runnable> alarms = new ArrayList<>();
    private final CompletableFuture<Void> trace = new CompletableFuture<>();
    private PscSimulator simulator;
    private RelyingParties clients;
    private Logins slow;
    private Logins other;
    private Logins.Begun login;
    private CompletableFuture<LoginStatus> opening;

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
        slow = logins(held(TraceStore.inMemory(100, clock)));
        other = logins(TraceStore.inMemory(100, clock));
        login = slow.inBrowser(
                        CALLER,
                        clients.find(CLIENT).orElseThrow(),
                        BrowserLoginOptions.none(),
                        new PendingLogin.Registry(1, clock).inBrowser())
                .join();
        var callback = logIn();
        var state = callback.getQuery().replaceAll(".*\\bstate=([^&]*).*", "$1");
        var code = slow.returns().comeBack(callback, state).join().reveal();
        opening = CompletableFuture.supplyAsync(() -> slow.returns().takeCode(login.id(), CALLER, code))
                .thenCompose(taken -> taken);
        Await.until(() -> status() instanceof LoginStatus.Pending);
    }

    private Logins logins(TraceStore traces) {
        var journal = new TraceJournal(traces, new TraceLines(), Runnable::run, clock);
        return new Logins(
                List::of, clients, sessions, journal, problem -> {}, clock, (delay, task) -> alarms.add(task));
    }

    /** Keeps each trace when the test says so, or fails. */
    private TraceStore held(TraceStore traces) {
        InvocationHandler handler = (self, method, arguments) -> {
            if (method.getName().equals("append")) {
                hold();
            }
            try {
                return method.invoke(traces, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return (TraceStore)
                Proxy.newProxyInstance(TraceStore.class.getClassLoader(), new Class<?>[] {TraceStore.class}, handler);
    }

    private void hold() {
        try {
            trace.join();
        } catch (CompletionException e) {
            throw (StoreException) e.getCause();
        }
    }

    private URI logIn() throws Exception {
        var page =
                HttpRequest.newBuilder(login.authorizationUri().orElseThrow()).build();
        var answer = HttpClient.newHttpClient().send(page, BodyHandlers.discarding());
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }

    @AfterEach
    void stop() {
        trace.complete(null);
        slow.close();
        other.close();
        clients.close();
        simulator.close();
    }

    private LoginStatus status() {
        return other.statuses().await(login.id(), CALLER, Duration.ZERO).join();
    }

    private void assertLives(LoginStatus status) {
        var session = assertInstanceOf(LoginStatus.Done.class, status).session();
        assertTrue(clients.find(CLIENT)
                .orElseThrow()
                .session(new SessionId(session))
                .isPresent());
        assertEquals(0, simulator.count(Endpoint.LOGOUT));
    }

    @Test
    void the_alarm_does_not_end_what_waits_for_nobody_any_more() {
        alarms.get(0).run();
        assertInstanceOf(LoginStatus.Pending.class, status());

        trace.complete(null);

        assertLives(opening.join());
    }

    @Test
    void a_node_that_fails_late_leaves_a_session_alone_that_another_one_has_opened() throws Exception {
        clock.advance(Duration.ofMinutes(1));
        status();
        Await.until(() -> status() instanceof LoginStatus.Done);
        assertFalse(opening.isDone() && opening.join() instanceof LoginStatus.Failed);

        trace.completeExceptionally(StoreException.unavailable("the disk is full", null));

        assertLives(opening.join());
        Thread.sleep(300);
        assertLives(status());
    }

    @Test
    void a_node_that_fails_in_time_ends_the_session_here_and_at_psc() throws Exception {
        trace.completeExceptionally(StoreException.unavailable("the disk is full", null));

        assertInstanceOf(LoginStatus.Failed.class, opening.join());
        Await.until(() -> simulator.count(Endpoint.LOGOUT) == 1);
    }
}
