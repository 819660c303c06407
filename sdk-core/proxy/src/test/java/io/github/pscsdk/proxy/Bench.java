package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.proxy.internal.settings.ProxyConfiguration;
import io.github.pscsdk.proxy.internal.settings.ProxyConfiguration.TraceSettings;
import io.github.pscsdk.proxy.internal.settings.StoreSource;
import io.github.pscsdk.relyingparty.ApiAudience;
import io.github.pscsdk.relyingparty.ApiClientRegistration;
import io.github.pscsdk.relyingparty.ClientAuthentication;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.testkit.simulator.PscSimulator;
import io.github.pscsdk.testkit.simulator.SimulatorBuilder;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.testkit.simulator.model.PendingRequest.Outcome;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.testkit.support.ReservedPort;
import io.github.pscsdk.time.VirtualClock;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A simulator, a backend and a proxy between them, on free loopback ports. */
public final class Bench implements AutoCloseable {
    public static final String CLIENT = "editeur-demo";
    static final String OTHER_CLIENT = "editeur-autre";
    public static final String TOKEN = "application-token-of-one-installation";
    static final String OTHER_TOKEN = "application-token-of-another-one";
    static final String OPERATOR_TOKEN = "application-token-of-the-operator";
    public static final String PHARMACIST = "899999100011";

    private static final Duration LONGEST_STORE_CALL = Duration.ofSeconds(10);
    private static final int PORT_OF_NOBODY = ReservedPort.next();

    private static final String API_CLIENT = "editeur-demo-api";
    private static final String API_SECRET = "secret-of-the-proxy-at-the-api";
    /** The proxy at the authorization server of the API, for whatever session. */
    static final ApiClientRegistration API =
            ApiClientRegistration.of(API_CLIENT, ClientAuthentication.clientSecretBasic(API_SECRET));

    private static final String SECRET = "secret-of-the-first-client";
    private static final String OTHER_SECRET = "secret-of-the-second-client";

    /** That of the simulator and of the proxy. */
    final VirtualClock clock;

    final PscSimulator simulator;
    final EchoBackend backend = new EchoBackend();
    public final ProxyServer proxy;

    private final PollPace pace;
    private final Consumer<ProxyServerBuilder> more;

    private Bench(
            VirtualClock clock,
            Consumer<ProxyServerBuilder> more,
            Consumer<SimulatorBuilder> other,
            Consumer<PscSimulator> beforeTheProxy) {
        this.clock = clock;
        this.more = more;
        var psc = PscSimulator.builder()
                .client(SimulatedClient.withSecret(CLIENT, SECRET))
                .client(SimulatedClient.withSecret(OTHER_CLIENT, OTHER_SECRET))
                .client(SimulatedClient.withSecret(API_CLIENT, API_SECRET))
                .api("form", "forms")
                .ports(ReservedPort.next(), 0, 0)
                .clock(clock)
                .interval(PollPace.INTERVAL);
        other.accept(psc);
        simulator = psc.start();
        pace = new PollPace(clock, simulator);
        beforeTheProxy.accept(simulator);
        proxy = node(builder -> {});
        var callback = URI.create(proxy.address() + "/v1/callback");
        simulator.register(SimulatedClient.withSecret(CLIENT, SECRET)
                .withRedirectUri(callback)
                .withBackchannelLogoutUri(URI.create(proxy.address() + "/v1/logout/" + CLIENT)));
        simulator.register(
                SimulatedClient.withSecret(OTHER_CLIENT, OTHER_SECRET).withRedirectUri(callback));
    }

    private ProxyServer node(Consumer<ProxyServerBuilder> base) {
        var builder = ProxyServer.builder(PscEnvironment.custom(simulator.issuer(), simulator.authorizationEndpoint()))
                .address(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .clock(clock)
                .client(CLIENT, ClientAuthentication.clientSecretBasic(SECRET))
                .client(OTHER_CLIENT, ClientAuthentication.clientSecretPost(OTHER_SECRET))
                .backend(backend.address(), audience("form").withScopes(List.of("forms")))
                .backend(URI.create(backend.address() + "/base"), audience("signer"))
                .backend("open", backend.address())
                .backend("down", URI.create("http://127.0.0.1:" + PORT_OF_NOBODY))
                .application("one", ProxyServerBuilder.sha256Of(TOKEN))
                .application("two", ProxyServerBuilder.sha256Of(OTHER_TOKEN))
                .operator("operator", ProxyServerBuilder.sha256Of(OPERATOR_TOKEN))
                .limits(1000, 1000, Duration.ofMinutes(1));
        base.accept(builder);
        more.accept(builder);
        return builder.start();
    }

    /** What a builder describes, for whoever puts a proxy together by hand. */
    public static ProxyConfiguration configuration(ProxyServerBuilder builder) {
        return builder.configuration();
    }

    public static ProxyServer start(ProxyConfiguration configuration) {
        return ProxyServer.start(configuration);
    }

    public static void stores(ProxyServerBuilder builder, StoreSource source) {
        builder.stores(source);
    }

    public static void traces(ProxyServerBuilder builder, TraceSettings settings) {
        builder.traces(settings);
    }

    /** One more node with the same settings, or the same one after a restart; whoever asks for it closes it. */
    public ProxyServer node() {
        return node(builder -> builder.publicBaseUri(proxy.address()));
    }

    private ApiAudience audience(String name) {
        return ApiAudience.of(name, simulator.apiTokenEndpoint(), API);
    }

    public static Bench start() {
        return start(builder -> {});
    }

    /** By the system's time, which tests may move forward. */
    public static Bench start(Consumer<ProxyServerBuilder> more) {
        return at(VirtualClock.running(Clock.systemUTC()), more);
    }

    /** Both sides at the test's own time. */
    static Bench at(VirtualClock clock, Consumer<ProxyServerBuilder> more) {
        return new Bench(clock, more, psc -> {}, psc -> {});
    }

    static Bench at(VirtualClock clock, Duration expiry, Consumer<ProxyServerBuilder> more) {
        return new Bench(clock, more, psc -> psc.expiresIn(expiry), psc -> {});
    }

    /** Whose Pro Santé Connect publishes nothing until its dials are reset. */
    static Bench awayAt(VirtualClock clock) {
        return new Bench(clock, proxy -> {}, psc -> {}, psc -> psc.turn("fault-discovery", "503"));
    }

    /** Waits until the condition holds, while logins are polled for. */
    void until(String what, Callable<Boolean> condition) {
        pace.until(what, condition);
    }

    /**
     * The same where it takes more time, and no login is under way: each look moves the clock to the next task, as far as the longest limit of a call of a store.
     */
    void whileTimePasses(String what, Callable<Boolean> condition) {
        Await.until(what, () -> {
            if (condition.call()) {
                return true;
            }
            clock.advanceToNext(LONGEST_STORE_CALL);
            return false;
        });
    }

    /** The answers to calls that take more time than passes by itself. Time is moved once all of them have arrived: it could run away from one that is still on its way. */
    List<Answer> whileTimePasses(List<CompletableFuture<Answer>> calls) {
        Await.until(
                "all calls have arrived",
                () -> proxy.callsUnderWay()
                        >= calls.stream().filter(call -> !call.isDone()).count());
        whileTimePasses("all calls are answered", () -> calls.stream().allMatch(CompletableFuture::isDone));
        return calls.stream().map(CompletableFuture::join).toList();
    }

    /** The login for which Pro Santé Connect was polled last is over: no more polls come, whatever the time, but for one that may have been under way. */
    void assertPolledNoMore() throws Exception {
        var polls = simulator.count(Endpoint.TOKEN);
        for (var seconds = 0; seconds < 10; seconds++) {
            clock.advance(PollPace.INTERVAL);
        }
        // Each brings one poll, and those of a login that went on would come too.
        loggedIn();
        loggedIn();
        assertTrue(simulator.count(Endpoint.TOKEN) <= polls + 3, "one of each login at most");
    }

    /** Waits for the answer to a call, while logins are polled for. */
    Answer answered(CompletableFuture<Answer> call) throws Exception {
        return pace.outcome("the call is answered", call);
    }

    /** The professional who was asked first says yes. */
    void approve() {
        var request = simulator.pending().get(0);
        simulator.settle(request.id(), Outcome.APPROVED);
    }

    /** Asks for a session and hangs up once Pro Santé Connect is asked for the answer. */
    void connectAndHangUp(String nationalId) throws Exception {
        connectAndHangUp(nationalId, () -> {});
    }

    void connectAndHangUp(String nationalId, Runnable beforehand) throws Exception {
        var body = ConnectBody.of(nationalId, CLIENT).json();
        try (var socket = new Socket("127.0.0.1", proxy.address().getPort())) {
            socket.getOutputStream()
                    .write(("POST /connect HTTP/1.1\r\nHost: proxy\r\nAuthorization: Bearer " + TOKEN
                                    + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.US_ASCII));
            until("Pro Santé Connect is polled", () -> simulator.count(Endpoint.TOKEN) > 0);
            beforehand.run();
        }
    }

    /** Calls as the first installation. */
    public ProxyCalls calls() {
        return calls(proxy);
    }

    /** The same at another node. */
    ProxyCalls calls(ProxyServer node) {
        return ProxyCalls.to(node.address()).atPace(pace).withToken(TOKEN);
    }

    ProxyCalls operator() {
        return anybody().withToken(OPERATOR_TOKEN);
    }

    public ProxyCalls anybody() {
        return ProxyCalls.to(proxy.address()).atPace(pace);
    }

    /** Logs the pharmacist in and calls with the session's cookie. */
    public ProxyCalls loggedIn() throws Exception {
        return calls().withCookie(
                        calls().connect(ConnectBody.of(PHARMACIST, CLIENT)).sessionCookie());
    }

    @Override
    public void close() {
        proxy.close();
        backend.close();
        simulator.close();
    }
}
