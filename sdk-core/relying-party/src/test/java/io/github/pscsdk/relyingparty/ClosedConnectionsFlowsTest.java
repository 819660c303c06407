package io.github.pscsdk.relyingparty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.httpclient.internal.HttpCalls;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.testkit.simulator.SimulatorBuilder;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.testkit.simulator.model.PendingRequest.Outcome;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import io.github.pscsdk.testkit.support.Await;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every flow of a relying party at a PSC that closes connections between two requests. Each succeeds, and nothing that works once is
 * sent twice. The flows of one PSC run side by side, each by a relying party of its own.
 */
class ClosedConnectionsFlowsTest {
    private static final String NOTIFIED = "editeur-avis";
    private static final URI HOME = URI.create("http://localhost/deconnexion/retour");
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final NationalId SILENT = new NationalId("899999100060");

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void nothing_is_lost_where_a_connection_ends_with_each_response() throws Exception {
        var runs = new ArrayList<Future<?>>();
        for (var waiting : Waiting.values()) {
            for (var pause : new int[] {0, 20}) {
                runs.add(threads.submit(() -> {
                    try (var psc = new Psc(waiting, Duration.ofMillis(pause), builder -> {})) {
                        psc.lab.simulator.turn("closes-connections", "true");
                        psc.assertEveryFlow();
                    }
                    return null;
                }));
            }
        }
        join(runs);
    }

    /**
     * Beyond {@link HttpCalls#MAX_IDLE}, after which a connection is used no more. A peer that closes connections earlier than that may do so while a request
     * is written: no look beforehand prevents it.
     */
    @Test
    void nothing_is_lost_at_pauses_around_the_idle_limit() throws Exception {
        assertNothingLostAround(HttpCalls.MAX_IDLE.plusMillis(200));
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(ints = {2, 5, 10})
    void nothing_is_lost_at_pauses_around_a_long_idle_limit(int seconds) throws Exception {
        assertNothingLostAround(Duration.ofSeconds(seconds));
    }

    /** Pauses have that length; connections end a little earlier, then, and a little later. */
    private void assertNothingLostAround(Duration time) throws Exception {
        var runs = new ArrayList<Future<?>>();
        for (var waiting : Waiting.values()) {
            for (var apart : new int[] {-30, 0, 30}) {
                runs.add(threads.submit(() -> {
                    try (var psc = new Psc(waiting, time, idle(time.plusMillis(apart)))) {
                        psc.assertEveryFlow();
                    }
                    return null;
                }));
            }
        }
        join(runs);
    }

    private static void join(List<? extends Future<?>> runs) throws Exception {
        for (var run : runs) {
            // Each of its waits has a limit of its own.
            run.get();
        }
    }

    private interface Closing {
        void addTo(SimulatorBuilder simulator);
    }

    private static Closing idle(Duration limit) {
        return builder -> builder.closesIdleConnections(limit);
    }

    /** One flow, and the pause between two of its requests. */
    private interface Flow {
        void run(RelyingParty party) throws Exception;
    }

    private final class Psc implements AutoCloseable {
        private final LogoutReceiver receiver = new LogoutReceiver();
        private final Waiting waiting;
        private final Duration pause;
        final Lab lab;

        Psc(Waiting waiting, Duration pause, Closing closing) {
            this.waiting = waiting;
            this.pause = pause;
            this.lab = Lab.with(simulator -> {
                closing.addTo(simulator);
                return simulator
                        .client(SimulatedClient.withSecret(NOTIFIED, Lab.SECRET)
                                .withRedirectUri(Lab.REDIRECT)
                                .withPostLogoutUri(HOME)
                                .withBackchannelLogoutUri(receiver.uri()))
                        .expiresIn(Duration.ofMinutes(10));
            });
        }

        void assertEveryFlow() throws Exception {
            var flows = List.<Flow>of(
                    this::browserLogin,
                    this::backchannelLogin,
                    this::refresh,
                    this::exchange,
                    this::signOut,
                    this::browserSignOut,
                    this::logoutToken);
            join(flows.stream().map(flow -> threads.submit(run(flow))).toList());
            assertEquals(
                    Map.of(
                            "authorization_code", 2 + 1 + 1 + 1 + 1 + 1,
                            "refresh_token", 2,
                            "urn:openid:params:grant-type:ciba", 2),
                    tokenRequests(),
                    "each came once");
            assertEquals(1, lab.simulator.count(Endpoint.BACKCHANNEL_AUTHENTICATION));
            assertEquals(2, lab.simulator.count(Endpoint.API_TOKEN));
            assertEquals(3, lab.simulator.count(Endpoint.LOGOUT));
            anHourLater();
        }

        private Callable<Void> run(Flow flow) {
            return () -> {
                try (var party = lab.another()
                        .client(NOTIFIED, ClientAuthentication.clientSecretBasic(Lab.SECRET))
                        .redirectUri(Lab.REDIRECT)
                        .postLogoutRedirectUri(HOME)
                        .build()) {
                    flow.run(party);
                }
                return null;
            };
        }

        /** How many requests came to the token endpoint, by their grant. */
        private Map<String, Integer> tokenRequests() {
            var counts = new TreeMap<String, Integer>();
            lab.simulator.requests().stream()
                    .filter(request -> request.endpoint() == Endpoint.TOKEN)
                    .forEach(request -> counts.merge(request.form().get("grant_type"), 1, Integer::sum));
            return counts;
        }

        private void pause() {
            // The pause is what this test is about.
            LockSupport.parkNanos(pause.toNanos());
        }

        private PscSession logIn(RelyingParty party) throws Exception {
            var login = waiting.await(party::beginBrowserLogin);
            var callback = Browser.visit(login.authorizationUri());
            return waiting.await(() -> party.completeBrowserLogin(callback, login.state()));
        }

        private void browserLogin(RelyingParty party) throws Exception {
            for (var i = 0; i < 2; i++) {
                var login = waiting.await(party::beginBrowserLogin);
                pause();
                var callback = Browser.visit(login.authorizationUri());
                var session = waiting.await(() -> party.completeBrowserLogin(callback, login.state()));
                assertEquals(Lab.PHARMACIST, session.professional().nationalId());
            }
        }

        private void backchannelLogin(RelyingParty party) throws Exception {
            var login = waiting.await(
                    () -> party.beginBackchannelLogin(BackchannelRequest.onMobile(SILENT), new BindingMessage("42")));
            var id = lab.simulator.pending().get(0).id();
            pause();
            lab.time.pass(INTERVAL);
            assertTrue(lab.simulator.settle(id, Outcome.APPROVED));
            pause();
            lab.time.pass(INTERVAL);

            var session = Await.outcome("the login", login.outcome());

            assertEquals(SILENT, session.professional().nationalId());
        }

        private void refresh(RelyingParty party) throws Exception {
            var session = logIn(party);
            for (var i = 0; i < 2; i++) {
                pause();
                assertEquals(
                        session.id(),
                        waiting.await(() -> party.refresh(session.id())).id());
            }
        }

        private void exchange(RelyingParty party) throws Exception {
            var session = logIn(party);
            var first = waiting.await(() -> party.exchange(session.id(), audience("first")));
            pause();

            assertNotEquals(first, waiting.await(() -> party.exchange(session.id(), audience("second"))));
        }

        private ApiAudience audience(String name) {
            return ApiAudience.of(name, lab.simulator.apiTokenEndpoint(), Lab.API_CLIENT);
        }

        private void signOut(RelyingParty party) throws Exception {
            var session = logIn(party);
            pause();

            waiting.await(() -> party.signOut(session.id()));
        }

        private void browserSignOut(RelyingParty party) throws Exception {
            var session = logIn(party);
            pause();

            var signOut = waiting.await(() -> party.beginBrowserSignOut(session.id()));

            assertTrue(Browser.visit(signOut.endSessionUri()).toString().startsWith(HOME.toString()));
        }

        /** Any of those that came: the sessions of the other flows end too. */
        private void logoutToken(RelyingParty party) throws Exception {
            var session = logIn(party);
            waiting.await(() -> party.signOut(session.id()));
            pause();

            var token = receiver.next();
            run(node -> waiting.await(() -> node.acceptLogoutToken(token))).call();
        }

        /** PSC's metadata and keys are fetched again. */
        private void anHourLater() throws Exception {
            lab.logIn();
            var discoveries = lab.simulator.count(Endpoint.DISCOVERY);
            var keys = lab.simulator.count(Endpoint.JWKS);
            pause();
            lab.clock.advance(Duration.ofMinutes(61));

            lab.logIn();

            // The login need not wait for them: what is old serves meanwhile.
            lab.time.settle();
            assertTrue(lab.simulator.count(Endpoint.DISCOVERY) > discoveries);
            assertTrue(lab.simulator.count(Endpoint.JWKS) > keys);
        }

        @Override
        public void close() {
            lab.close();
            receiver.close();
        }
    }
}
