package io.github.pscsdk.example.console.demo;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.console.problem.ConsoleProblem;
import io.github.pscsdk.example.proxy.ProxyConfiguration;
import io.github.pscsdk.example.proxy.ProxyServer;
import io.github.pscsdk.example.proxy.access.ApplicationToken;
import io.github.pscsdk.example.proxy.login.RegisteredClient;
import io.github.pscsdk.example.proxy.send.Backend;
import io.github.pscsdk.example.santefr.FormConfiguration;
import io.github.pscsdk.example.santefr.FormServer;
import io.github.pscsdk.example.santefr.introspection.TokenIntrospection;
import io.github.pscsdk.relyingparty.PscEnvironment;
import io.github.pscsdk.testkit.PscSimulator;
import io.github.pscsdk.testkit.SimulatedClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The three servers of the demonstration on the loopback interface, each knowing the address of the one before it. */
final class DemoServers implements AutoCloseable {
    /** The client id of the software. */
    static final String CLIENT = "psc-demo";
    /** The name of the form as a backend of the proxy. */
    static final String FORM = "santefr";

    private static final String FORM_CLIENT = "santefr-form";
    /** A person needs the default of 5 s to find the phone; the simulator does not. */
    private static final Duration POLL_INTERVAL = Duration.ofSeconds(1);

    private final ClosingStack opened;
    private final WorkFolder folder;
    private final String applicationToken;
    private final PscSimulator simulator;
    private final FormServer form;
    private final ProxyServer proxy;

    private DemoServers(ClosingStack opened, DemoPorts ports, boolean keep) throws PscException {
        this.opened = opened;
        this.applicationToken = RandomSecret.draw();
        folder = opened.add(WorkFolder.create(keep));
        var clientSecret = RandomSecret.draw();
        var formSecret = RandomSecret.draw();
        simulator = opened.add(started(
                "simulator",
                () -> PscSimulator.builder()
                        .client(SimulatedClient.withSecret(CLIENT, clientSecret))
                        .client(SimulatedClient.withSecret(FORM_CLIENT, formSecret))
                        .interval(POLL_INTERVAL)
                        .start()));
        form = opened.add(started("form", () -> FormServer.start(form(ports.form(), formSecret))));
        proxy = opened.add(started("proxy", () -> ProxyServer.start(proxy(ports.proxy(), clientSecret))));
    }

    /**
     * Starts all three, or none.
     *
     * @param keep whether the database outlives them
     * @throws PscException {@link ConsoleProblem#SERVER_NOT_STARTED}
     */
    static DemoServers start(DemoPorts ports, boolean keep) throws PscException {
        var opened = new ClosingStack();
        try {
            return new DemoServers(opened, ports, keep);
        } catch (PscException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    private FormConfiguration form(int port, String secret) {
        var callers = TokenIntrospection.at(simulator.apiIntrospectionEndpoint(), FORM_CLIENT, secret);
        return FormConfiguration.of(folder.database(), callers).withPort(port);
    }

    private ProxyConfiguration proxy(int port, String secret) {
        return ProxyConfiguration.builder(PscEnvironment.custom(simulator.issuer(), simulator.authorizationEndpoint()))
                .address(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .client(RegisteredClient.secretBasic(CLIENT, secret))
                .backend(Backend.withTokenExchange(FORM, form.address(), simulator.apiTokenEndpoint(), List.of()))
                .application("psc demo", ApplicationToken.sha256Of(applicationToken))
                .build();
    }

    @FunctionalInterface
    private interface Start<T> {
        T now() throws IOException;
    }

    private static <T> T started(String name, Start<T> start) throws PscException {
        try {
            return start.now();
        } catch (IOException | RuntimeException e) {
            throw new PscException(
                    ConsoleProblem.SERVER_NOT_STARTED, "the " + name + " did not start: " + e.getMessage(), e);
        }
    }

    /** Where the proxy listens. */
    URI proxy() {
        return proxy.address();
    }

    /** The simulator, for tests to ask. */
    PscSimulator simulator() {
        return simulator;
    }

    /** What the proxy wants to see of an application. */
    String revealApplicationToken() {
        return applicationToken;
    }

    /**
     * What there is to look at, by name. Writes down the application token, without which nobody could call the proxy: in
     * the folder of the database, which this user alone may read.
     *
     * @throws PscException if that cannot be written
     */
    Map<String, URI> addresses() throws PscException {
        var addresses = new LinkedHashMap<String, URI>();
        addresses.put("proxy", proxy.address());
        addresses.put("form", form.address());
        addresses.put("database", folder.database().toUri());
        addresses.put(
                "app-token", folder.write("application-token", applicationToken).toUri());
        addresses.put("issuer", simulator.issuer());
        addresses.put("login-page", simulator.authorizationEndpoint());
        return addresses;
    }

    /** Stops all three, the last one first, and removes the database unless it is to be kept. */
    @Override
    public void close() {
        opened.close();
    }
}
