package io.github.pscsdk.example.lab.demo;

import io.github.pscsdk.commandline.internal.LocalProxy;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.lab.card.SimulatedCard;
import io.github.pscsdk.example.lab.problem.LabProblem;
import io.github.pscsdk.example.santefr.FormConfiguration;
import io.github.pscsdk.example.santefr.FormServer;
import io.github.pscsdk.example.santefr.PscRegistration;
import io.github.pscsdk.example.santefr.introspection.IntrospectionClient;
import io.github.pscsdk.proxy.ProxyServer;
import io.github.pscsdk.proxy.ProxyServerBuilder;
import io.github.pscsdk.relyingparty.ApiAudience;
import io.github.pscsdk.relyingparty.ApiClientRegistration;
import io.github.pscsdk.relyingparty.ClientAuthentication;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.relyingparty.web.LoginLimit;
import io.github.pscsdk.testkit.simulator.PscSimulator;
import io.github.pscsdk.testkit.simulator.SimulatorBuilder;
import io.github.pscsdk.time.VirtualClock;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** The three servers on the loopback interface, each knowing the address of the one before it. */
final class DemoServers implements AutoCloseable {
    static final String CLIENT = LocalProxy.CLIENT;
    /** The name of the form as a backend of the proxy. */
    static final String FORM = "santefr";

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final String FORM_CLIENT = "santefr-form";
    /** The proxy at the authorization server of the form's API, which must not know its secret at Pro Santé Connect. */
    private static final String CLIENT_AT_API = CLIENT + "-api";
    /** The software of whoever runs the simulator, at the same server. */
    static final String TESTED_AT_API = "psc-test-api";
    /** The client ids that are taken. */
    static final Set<String> OWN_CLIENTS = Set.of(CLIENT, CLIENT_AT_API, FORM_CLIENT, TESTED_AT_API);
    /**
     * None that anybody meets: a test logs the same professional in as often as it likes. A dial breaks what should be
     * broken.
     */
    private static final int NO_LIMIT = 1_000_000;

    private static final Duration WINDOW = Duration.ofSeconds(1);

    private final ClosingStack opened;
    private final PrivateFolder folder;
    private final String applicationToken = TestClient.randomSecret();
    private final List<TestClient> clients;
    private final VirtualClock clock;
    private final PscSimulator simulator;
    private final FormServer form;
    private final ProxyServer proxy;
    private final Optional<TlsFiles> tls;
    private final Optional<SimulatedCard> card;

    private DemoServers(ClosingStack opened, DemoSettings settings) throws PscException {
        this.opened = opened;
        // A person moves it on the cockpit, a program by the control API; servers that kept another time would find
        // each other's tokens wrong.
        clock = VirtualClock.running(Clock.systemUTC());
        card = settings.card().map(opened::add);
        folder = opened.add(PrivateFolder.create(settings.folder()));
        var ofProxyAtApi = TestClient.draw(CLIENT_AT_API, "Proxy e-Santé (démonstration)");
        simulator = opened.add(started("simulator", simulator(settings, ofProxyAtApi)::start));
        tls = "https".equals(simulator.issuer().getScheme())
                ? Optional.of(
                        TlsFiles.write(simulator, settings.clients().stream().findFirst(), folder))
                : Optional.empty();
        var ofProxy = TestClient.draw(CLIENT, "Proxy e-Santé (démonstration)");
        var ofForm = TestClient.draw(FORM_CLIENT, "Santé.fr (imitation)");
        var ports = settings.ports();
        form = opened.add(started("form on port " + ports.form(), () -> FormServer.start(form(ports.form(), ofForm))));
        proxy = opened.add(started(
                "proxy on port " + ports.proxy(),
                () -> proxy(ports.proxy(), ofProxy, ofProxyAtApi).start()));
        // Their addresses are known once they listen.
        var own = List.of(
                ofProxy.at(
                        List.of(proxy.address().resolve("/v1/callback")),
                        List.of(),
                        Optional.of(proxy.address().resolve("/v1/logout/" + CLIENT))),
                ofProxyAtApi,
                ofForm.at(
                        List.of(PscRegistration.callbackUri(form.address())),
                        List.of(PscRegistration.signedOutUri(form.address())),
                        Optional.of(PscRegistration.backchannelLogoutUri(form.address()))));
        own.forEach(client -> simulator.register(client.registration()));
        clients = Stream.concat(own.stream(), settings.clients().stream()).toList();
    }

    /**
     * Starts all three, or none.
     *
     * @throws PscException {@link LabProblem#PORT_UNAVAILABLE} or {@link LabProblem#SERVER_NOT_STARTED}
     */
    static DemoServers start(DemoSettings settings) throws PscException {
        var opened = new ClosingStack();
        try {
            return new DemoServers(opened, settings);
        } catch (PscException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /** Starts a server, and says in our words why it did not. */
    private static <T> T started(String name, Callable<T> start) throws PscException {
        try {
            return start.call();
        } catch (Exception e) {
            var problem = isAboutThePort(e) ? LabProblem.PORT_UNAVAILABLE : LabProblem.SERVER_NOT_STARTED;
            throw new PscException(problem, "the " + name + " did not start: " + e.getMessage(), e);
        }
    }

    private static boolean isAboutThePort(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return true;
            }
        }
        return false;
    }

    private SimulatorBuilder simulator(DemoSettings settings, TestClient withoutAddress) {
        var ports = settings.ports();
        var builder = PscSimulator.builder()
                .bind(LOOPBACK)
                .ports(ports.auth(), ports.wallet(), ports.api())
                .clock(clock)
                .client(withoutAddress.registration());
        settings.clients().forEach(client -> builder.client(client.registration()));
        settings.card().ifPresent(card -> builder.cardInHand(card.hand()));
        settings.simulator().accept(builder);
        return builder;
    }

    private PscEnvironment environment() {
        return PscEnvironment.custom(simulator.issuer(), simulator.authorizationEndpoint());
    }

    private FormConfiguration form(int port, TestClient client) {
        var callers = IntrospectionClient.at(simulator.apiIntrospectionEndpoint(), client.id(), client.secret());
        var known = tls.isPresent() ? callers.trusting(simulator.trustStore()) : callers;
        var relyingParty = RelyingParty.builder(environment())
                .client(client.id(), ClientAuthentication.clientSecretBasic(client.secret()));
        if (tls.isPresent()) {
            relyingParty.trustedCertificates(simulator.trustStore());
        }
        return FormConfiguration.of(folder.database(), known)
                .withPort(port)
                .withPsc(PscRegistration.of(relyingParty))
                .withClock(followingClock())
                .withLoginLimit(new LoginLimit(clock, NO_LIMIT, WINDOW));
    }

    /**
     * Tells the time of the simulator, with timers by the system: a person who moves the clock sets it forward, and has
     * no poll repeated for each second between.
     */
    private Clock followingClock() {
        return clock.withZone(ZoneOffset.UTC);
    }

    private ProxyServerBuilder proxy(int port, TestClient client, TestClient atApi) {
        var audience = ApiAudience.of(
                FORM,
                simulator.apiTokenEndpoint(),
                ApiClientRegistration.of(atApi.id(), ClientAuthentication.clientSecretBasic(atApi.secret())));
        var builder = ProxyServer.builder(environment())
                .address(new InetSocketAddress(LOOPBACK, port))
                .clock(followingClock())
                .limits(NO_LIMIT, NO_LIMIT, WINDOW)
                .client(client.id(), ClientAuthentication.clientSecretBasic(client.secret()))
                .backend(form.address(), audience)
                .application("psc-lab demo", ProxyServerBuilder.sha256Of(applicationToken))
                .application("psc login", ProxyServerBuilder.sha256Of(LocalProxy.APPLICATION_TOKEN));
        if (tls.isPresent()) {
            builder.trustedCertificates(simulator.trustStore());
        }
        return builder;
    }

    URI proxy() {
        return proxy.address();
    }

    /** The simulator, for tests to ask. */
    PscSimulator simulator() {
        return simulator;
    }

    /** Whom the simulator knows, with their secrets. */
    List<TestClient> clients() {
        return clients;
    }

    /** The means to speak TLS with the simulator, where it does. */
    Optional<TlsFiles> tls() {
        return tls;
    }

    Optional<SimulatedCard> card() {
        return card;
    }

    /** The token that the proxy wants to see of an application. */
    String revealApplicationToken() {
        return applicationToken;
    }

    Map<String, URI> addresses() {
        var addresses = new LinkedHashMap<String, URI>();
        var issuer = simulator.issuer();
        addresses.put("proxy", proxy.address());
        addresses.put("form", form.address());
        addresses.put("connection", form.address().resolve("/"));
        addresses.put("issuer", issuer);
        addresses.put("discovery", URI.create(issuer + "/.well-known/wallet-openid-configuration"));
        addresses.put("wallet", simulator.authorizationEndpoint());
        addresses.put("api-token", simulator.apiTokenEndpoint());
        addresses.put("pages", simulator.pages());
        addresses.put("control", simulator.control());
        return addresses;
    }

    /** Stops all three, the last one first, pulls the card out, and removes the database unless it stays. */
    @Override
    public void close() {
        opened.close();
    }
}
