package io.github.pscsdk.proxy;

import io.github.pscsdk.relyingparty.ApiAudience;
import io.github.pscsdk.relyingparty.ApiClient;
import io.github.pscsdk.relyingparty.ClientAuthentication;
import io.github.pscsdk.relyingparty.PscEnvironment;
import io.github.pscsdk.testkit.simulator.Dial;
import io.github.pscsdk.testkit.simulator.Endpoint;
import io.github.pscsdk.testkit.simulator.Fault;
import io.github.pscsdk.testkit.simulator.PendingRequest.Outcome;
import io.github.pscsdk.testkit.simulator.PscSimulator;
import io.github.pscsdk.testkit.simulator.SimulatedClient;
import io.github.pscsdk.testkit.simulator.SimulatorBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A simulator, a backend and a proxy between them, on free loopback ports. */
final class Bench implements AutoCloseable {
    static final String CLIENT = "editeur-demo";
    static final String OTHER_CLIENT = "editeur-autre";
    static final String TOKEN = "application-token-of-one-installation";
    static final String OTHER_TOKEN = "application-token-of-another-one";
    static final String OPERATOR_TOKEN = "application-token-of-the-operator";
    static final String PHARMACIST = "899999100011";

    private static final int FIRST_PORT = 20_000;
    private static final int LAST_PORT = 30_000;
    private static final AtomicInteger NEXT_PORT =
            new AtomicInteger(FIRST_PORT + (int) (ProcessHandle.current().pid() % 9_000));

    private static final String API_CLIENT = "editeur-demo-api";
    private static final String API_SECRET = "secret-of-the-proxy-at-the-api";
    /** The proxy at the authorization server of the API, for whatever session. */
    static final ApiClient API = ApiClient.of(API_CLIENT, ClientAuthentication.clientSecretBasic(API_SECRET));

    private static final String SECRET = "secret-of-the-first-client";
    private static final String OTHER_SECRET = "secret-of-the-second-client";

    final PscSimulator simulator;
    final EchoBackend backend = new EchoBackend();
    final ProxyServer proxy;

    private final Consumer<ProxyConfigurationBuilder> more;
    private final URI base;

    private Bench(
            Consumer<ProxyConfigurationBuilder> more,
            Consumer<SimulatorBuilder> other,
            Consumer<PscSimulator> beforeTheProxy) {
        var port = freePort();
        var callback = URI.create("http://127.0.0.1:" + port + "/v1/callback");
        var logout = URI.create("http://127.0.0.1:" + port + "/v1/logout/" + CLIENT);
        var psc = PscSimulator.builder()
                .client(SimulatedClient.withSecret(CLIENT, SECRET)
                        .withRedirectUri(callback)
                        .withBackchannelLogoutUri(logout))
                .client(SimulatedClient.withSecret(OTHER_CLIENT, OTHER_SECRET).withRedirectUri(callback))
                .client(SimulatedClient.withSecret(API_CLIENT, API_SECRET))
                .api("form", "forms")
                .interval(Duration.ofSeconds(1));
        other.accept(psc);
        simulator = psc.start();
        beforeTheProxy.accept(simulator);
        this.more = more;
        base = URI.create("http://127.0.0.1:" + port);
        proxy = node(port);
    }

    private ProxyServer node(int port) {
        var builder = ProxyConfiguration.builder(
                        PscEnvironment.custom(simulator.issuer(), simulator.authorizationEndpoint()))
                .address(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .publicBaseUri(base)
                .client(RegisteredClient.secretBasic(CLIENT, SECRET))
                .client(RegisteredClient.secretPost(OTHER_CLIENT, OTHER_SECRET))
                .backend(Backend.withTokenExchange(
                        backend.address(), audience("form").withScopes(List.of("forms"))))
                .backend(Backend.withTokenExchange(URI.create(backend.address() + "/base"), audience("signer")))
                .backend(Backend.open("open", backend.address()))
                .backend(Backend.open("down", URI.create("http://127.0.0.1:" + freePort())))
                .application("one", RegisteredApplication.sha256Of(TOKEN))
                .application("two", RegisteredApplication.sha256Of(OTHER_TOKEN))
                .operator("operator", RegisteredApplication.sha256Of(OPERATOR_TOKEN))
                .limits(new AttemptLimits(1000, 1000, Duration.ofMinutes(1)));
        more.accept(builder);
        return ProxyServer.start(builder.build());
    }

    /** One more node with the same settings, or the same one after a restart; whoever asks for it closes it. */
    ProxyServer node() {
        return node(freePort());
    }

    private ApiAudience audience(String name) {
        return ApiAudience.of(name, simulator.apiTokenEndpoint(), API);
    }

    static Bench start() {
        return start(builder -> {});
    }

    static Bench start(Consumer<ProxyConfigurationBuilder> more) {
        return new Bench(more, psc -> {}, psc -> {});
    }

    /** Both sides at the test's own time. Polls come by the system's. */
    static Bench at(Clock clock, Duration expiry, Consumer<ProxyConfigurationBuilder> more) {
        return new Bench(
                more.andThen(proxy -> proxy.clock(clock)),
                psc -> psc.clock(clock).expiresIn(expiry),
                psc -> {});
    }

    /** Whose Pro Santé Connect publishes nothing until its dials are reset. */
    static Bench awayAt(Clock clock) {
        return new Bench(
                proxy -> proxy.clock(clock),
                psc -> psc.clock(clock),
                psc -> psc.dials().turn(Dial.fault(Endpoint.DISCOVERY), new Fault.Status(503)));
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
            Await.until(() -> simulator.count(Endpoint.TOKEN) > 0);
            beforehand.run();
        }
    }

    /** Calls as the first installation. */
    ProxyCalls calls() {
        return ProxyCalls.to(proxy.address()).withToken(TOKEN);
    }

    ProxyCalls operator() {
        return ProxyCalls.to(proxy.address()).withToken(OPERATOR_TOKEN);
    }

    ProxyCalls anybody() {
        return ProxyCalls.to(proxy.address());
    }

    /** Logs the pharmacist in and calls with the session's cookie. */
    ProxyCalls loggedIn() throws IOException, InterruptedException {
        return calls().withCookie(
                        calls().connect(ConnectBody.of(PHARMACIST, CLIENT)).sessionCookie());
    }

    /** A free port that nothing else takes meanwhile: below those that the system hands out by itself. */
    static int freePort() {
        while (true) {
            var port = NEXT_PORT.getAndUpdate(last -> last == LAST_PORT ? FIRST_PORT : last + 1);
            try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException e) {
                // Taken by another program: the next one.
                continue;
            }
        }
    }

    @Override
    public void close() {
        proxy.close();
        backend.close();
        simulator.close();
    }
}
