package io.github.pscsdk.example.desktop.lab;

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
import io.github.pscsdk.testkit.SimulatorBuilder;
import io.github.pscsdk.workstation.PscClientBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** A simulator, a Proxy e-Santé before it and the stand-in of the form behind, on loopback. */
public final class Lab implements AutoCloseable {
    public static final String CLIENT = "practice-desktop";
    public static final String APPLICATION_TOKEN = "application-token-of-the-tests";

    private static final String SECRET = "secret-of-the-tests";

    private final PscSimulator simulator;
    private final FormServer form;
    private final ProxyConfiguration proxySettings;
    private final Path database;
    private ProxyServer proxy;

    private Lab(Path folder, UnaryOperator<SimulatorBuilder> choice) throws Exception {
        var proxyAddress = new InetSocketAddress(InetAddress.getLoopbackAddress(), freePort());
        var callback = URI.create("http://127.0.0.1:" + proxyAddress.getPort() + "/v1/callback");
        simulator = choice.apply(PscSimulator.builder()
                        .interval(Duration.ofSeconds(1))
                        .client(SimulatedClient.withSecret(CLIENT, SECRET).withRedirectUri(callback)))
                .start();
        database = folder.resolve("form");
        form = FormServer.start(FormConfiguration.of(
                database, TokenIntrospection.at(simulator.apiIntrospectionEndpoint(), CLIENT, SECRET)));
        proxySettings = ProxyConfiguration.builder(
                        PscEnvironment.custom(simulator.issuer(), simulator.authorizationEndpoint()))
                .address(proxyAddress)
                .client(RegisteredClient.secretBasic(CLIENT, SECRET))
                .backend(Backend.withTokenExchange("santefr", form.address(), simulator.apiTokenEndpoint(), List.of()))
                .application("desktop", ApplicationToken.sha256Of(APPLICATION_TOKEN))
                .build();
        proxy = ProxyServer.start(proxySettings);
    }

    public static Lab in(Path folder) throws Exception {
        return in(folder, UnaryOperator.identity());
    }

    public static Lab in(Path folder, UnaryOperator<SimulatorBuilder> choice) throws Exception {
        return new Lab(folder, choice);
    }

    public URI proxy() {
        return proxy.address();
    }

    public PscSimulator simulator() {
        return simulator;
    }

    /** A client of this server half, but for its authenticators. */
    public PscClientBuilder client() {
        return PscClientBuilder.forServerHalf(proxy()).clientId(CLIENT).applicationToken(APPLICATION_TOKEN);
    }

    /** As if the network of the practice were cut. */
    public void unplug() {
        proxy.close();
    }

    /** At the same address as before. */
    public void plugIn() throws Exception {
        proxy = ProxyServer.start(proxySettings);
    }

    /** How many declarations the receiver has; H2 lets the same process look while the form runs. */
    public int received() throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:h2:file:" + database + ";IFEXISTS=TRUE");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT COUNT(*) FROM hand_over")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    @Override
    public void close() {
        proxy.close();
        form.close();
        simulator.close();
    }

    private static int freePort() throws IOException {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }
}
