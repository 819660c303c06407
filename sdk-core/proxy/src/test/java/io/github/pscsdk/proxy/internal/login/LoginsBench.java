package io.github.pscsdk.proxy.internal.login;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.api.Means;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.proxy.Bench;
import io.github.pscsdk.proxy.ProxyServer;
import io.github.pscsdk.proxy.ProxyServerBuilder;
import io.github.pscsdk.proxy.internal.admission.AdmittedLogin;
import io.github.pscsdk.proxy.internal.admission.BackchannelRequestLeases;
import io.github.pscsdk.proxy.internal.admission.DeviceLogin;
import io.github.pscsdk.proxy.internal.login.StoredLogin.PageCode;
import io.github.pscsdk.proxy.internal.session.Callers.Caller;
import io.github.pscsdk.proxy.internal.session.RelyingParties;
import io.github.pscsdk.proxy.internal.settings.StoreSource.OpenStores;
import io.github.pscsdk.proxy.internal.store.StoreAccess;
import io.github.pscsdk.proxy.internal.trace.TraceJournal;
import io.github.pscsdk.proxyprotocol.internal.LoginState;
import io.github.pscsdk.proxyprotocol.internal.NewLogin.Created;
import io.github.pscsdk.relyingparty.ClientAuthentication;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.relyingparty.session.BrowserLogin;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.internal.StoreCalls;
import io.github.pscsdk.sessionstore.testkit.internal.InterceptedStore;
import io.github.pscsdk.testkit.simulator.PscSimulator;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.time.VirtualClock;
import io.github.pscsdk.time.internal.Scheduler;
import io.github.pscsdk.tracestore.TraceStore;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A login in the browser without the proxy's web server: the logins of a node or two, over one store in memory, and a simulator. */
final class LoginsBench implements AutoCloseable {
    static final Caller CALLER = new Caller("one", false, new Caller.Origin("127.0.0.1", List.of(1, 2)));

    static final NationalId ANNE = new NationalId("899999100011");

    private static final String CLIENT = "editeur-demo";
    private static final String SECRET = "secret-of-the-client";
    private static final HttpClient BROWSER = HttpClient.newHttpClient();
    private static final URI CALLBACK = URI.create("http://127.0.0.1:9/v1/callback");

    final VirtualClock clock = VirtualClock.standing();
    final PscSimulator simulator;
    /** With which logins failed, on whichever node. */
    final List<Problem> problems = new CopyOnWriteArrayList<>();

    private final AtomicInteger underWay = new AtomicInteger();
    private final Set<String> opened = ConcurrentHashMap.newKeySet();
    private final Set<String> devices = ConcurrentHashMap.newKeySet();
    /** Of the nodes and of the relying party. */
    final SessionStore sessions = new InterceptedStore(SessionStore.inMemory(clock)) {
        @Override
        protected <T> T call(Call call, String about, Supplier<T> work) {
            if (call == Call.WRITE && about.startsWith("psc/session/")) {
                opened.add(about);
            }
            if (call == Call.WRITE && about.startsWith("psc/login/")) {
                devices.add(about);
            }
            return work.get();
        }
    };

    private final RelyingParties clients;
    private final RelyingParties fresh;
    private final RelyingParties others;

    LoginsBench() {
        simulator = PscSimulator.builder()
                .client(SimulatedClient.withSecret(CLIENT, SECRET).withRedirectUri(CALLBACK))
                .interval(Duration.ofSeconds(1))
                .clock(clock)
                .start();
        clients = relyingParties(CLIENT);
        fresh = relyingParties(CLIENT);
        others = relyingParties("another");
    }

    private RelyingParties relyingParties(String clientId) {
        var environment = PscEnvironment.custom(simulator.issuer(), simulator.authorizationEndpoint());
        var configuration = Bench.configuration(ProxyServer.builder(environment)
                .client(clientId, ClientAuthentication.clientSecretBasic(SECRET))
                .application("one", ProxyServerBuilder.sha256Of("any"))
                .clock(clock));
        return RelyingParties.of(
                configuration,
                CALLBACK,
                Optional.empty(),
                Optional.of(new OpenStores(sessions, Optional.empty(), () -> {})),
                Optional.of(new CountedThreads(underWay)));
    }

    /** Threads for requests, which tell how many of these are under way: the answer and what follows from it included. */
    private static final class CountedThreads extends ThreadPoolExecutor {
        private final AtomicInteger underWay;

        CountedThreads(AtomicInteger underWay) {
            super(0, Integer.MAX_VALUE, 1, TimeUnit.MINUTES, new SynchronousQueue<>(), Scheduler.daemons("bench-psc"));
            this.underWay = underWay;
        }

        @Override
        public void execute(Runnable request) {
            underWay.incrementAndGet();
            super.execute(() -> {
                try {
                    request.run();
                } finally {
                    underWay.decrementAndGet();
                }
            });
        }
    }

    /** Whether no request is under way and no task is due: until time moves, nothing happens. */
    boolean isQuiet() {
        return underWay.get() == 0 && !clock.hasTaskWithin(Duration.ZERO);
    }

    /** A node that is not of this bench has that login fail, if it waits and has no session yet. */
    void fail(String id) {
        var problem = new PscException(LoginProblem.INTERRUPTED, "another node");
        var access = new StoreAccess(sessions, new StoreCalls(true, Scheduler.of(clock, "failing"), "a store"), clock);
        new LoginStore(access)
                .change(id, login -> login.session().isEmpty() ? login.failed(problem) : Optional.empty());
    }

    /** All sessions are gone, of which nobody tells the logins. */
    void loseSessions() {
        opened.forEach(sessions::take);
    }

    /** How many sessions there have been. */
    int opened() {
        return opened.size();
    }

    /** How many sessions live, whether anybody was told of them or not. */
    long living() {
        return opened.stream().filter(key -> sessions.find(key).isPresent()).count();
    }

    RelyingParty client() {
        return clients.find(CLIENT).orElseThrow();
    }

    /** A node whose limits on traces never pass. */
    Logins node(TraceStore traces, Scheduler timers) {
        return node(traces, timers, sessions);
    }

    /** @param way to the store */
    Logins node(TraceStore traces, Scheduler timers, SessionStore way) {
        return node(clients, traces, timers, way);
    }

    /** One that knows nothing but what is in the store. */
    Logins freshNode() {
        return node(fresh, TraceStore.inMemory(100, clock), Scheduler.of(clock, "fresh"), sessions);
    }

    /** The relying party that asked somebody on a device is gone, with what it knew. */
    void loseDeviceLogins() {
        devices.forEach(sessions::take);
    }

    /** One whose configuration does not have the client of the logins any more. */
    Logins nodeOfAnotherClient() {
        return node(others, TraceStore.inMemory(100, clock), Scheduler.of(clock, "another"), sessions);
    }

    private Logins node(RelyingParties clients, TraceStore traces, Scheduler timers, SessionStore way) {
        var patient = Scheduler.of(VirtualClock.standing(), "traces");
        var journal = new TraceJournal(traces, Runnable::run, clock, patient);
        var calls = new StoreCalls(way.isInProcess(), timers, "a store");
        var access = new StoreAccess(way, calls, clock);
        return new Logins(
                List::of,
                clients,
                access,
                new BackchannelRequestLeases(access, timers),
                journal,
                problems::add,
                timers);
    }

    /** Of Anne, on her phone. */
    DeviceLogin onPhone() {
        return new DeviceLogin(client(), new BackchannelRequest(ANNE, Means.MOBILE), new BindingMessage("42"));
    }

    Created begin(Logins node) throws Exception {
        return begin(node, new AdmittedLogin.Registry(1, clock).inBrowser());
    }

    Created begin(Logins node, AdmittedLogin waits) throws Exception {
        return Await.outcome("the login begins", node.inBrowser(CALLER, client(), BrowserLogin.Options.none(), waits));
    }

    /** Logs in on the page: where that sends the browser. */
    static URI logIn(Created login) throws Exception {
        var page =
                HttpRequest.newBuilder(login.authorizationUri().orElseThrow()).build();
        var answer = BROWSER.send(page, BodyHandlers.discarding());
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }

    static Instant deadline(Created login) {
        return Instant.parse(login.deadline().orElseThrow());
    }

    static CompletableFuture<PageCode> comeBack(Logins node, URI callback) {
        var state = callback.getQuery().replaceAll(".*\\bstate=([^&]*).*", "$1");
        return node.comeBack(callback, state);
    }

    static LoginState status(Logins node, Created login) throws Exception {
        return Await.outcome("a status is told", node.await(login.id(), CALLER, Duration.ZERO, Locale.ENGLISH));
    }

    @Override
    public void close() {
        clients.close();
        fresh.close();
        others.close();
        simulator.close();
    }
}
