package io.github.pscsdk.example.desktop.lab;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import io.github.pscsdk.example.desktop.handover.OutboxRequest;
import io.github.pscsdk.example.santefr.FormConfiguration;
import io.github.pscsdk.example.santefr.FormServer;
import io.github.pscsdk.example.santefr.introspection.IntrospectionClient;
import io.github.pscsdk.proxy.ProxyServer;
import io.github.pscsdk.proxy.ProxyServerBuilder;
import io.github.pscsdk.relyingparty.ApiAudience;
import io.github.pscsdk.relyingparty.ApiClientRegistration;
import io.github.pscsdk.relyingparty.ClientAuthentication;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.testkit.simulator.PscSimulator;
import io.github.pscsdk.testkit.simulator.SimulatorBuilder;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import io.github.pscsdk.testkit.support.ReservedPort;
import io.github.pscsdk.time.VirtualClock;
import io.github.pscsdk.workstation.PscClientBuilder;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.UnaryOperator;

/** A simulator, a Proxy e-Santé before it and the stand-in of the form behind, on loopback. */
public final class Lab implements AutoCloseable {
    public static final String CLIENT = "practice-desktop";
    public static final String APPLICATION_TOKEN = "application-token-of-the-tests";

    private static final String SECRET = "secret-of-the-tests";
    private static final String CLIENT_AT_API = "practice-desktop-api";
    private static final String SECRET_AT_API = "secret-of-the-tests-at-the-api";

    private final VirtualClock clock = VirtualClock.running(Clock.systemUTC());
    private final PscSimulator simulator;
    private final FormServer form;
    /** Of the form. */
    private final Semaphore door = new Semaphore(1);

    private final ProxyServerBuilder proxySettings;
    private final Path database;
    private ProxyServer proxy;

    private Lab(Path folder, UnaryOperator<SimulatorBuilder> choice) throws Exception {
        var proxyAddress = new InetSocketAddress(InetAddress.getLoopbackAddress(), ReservedPort.next());
        var callback = URI.create("http://127.0.0.1:" + proxyAddress.getPort() + "/v1/callback");
        simulator = choice.apply(PscSimulator.builder()
                        .clock(clock)
                        .interval(Duration.ofSeconds(1))
                        .client(SimulatedClient.withSecret(CLIENT_AT_API, SECRET_AT_API))
                        .client(SimulatedClient.withSecret(CLIENT, SECRET)
                                .withRedirectUri(callback)
                                .withBackchannelLogoutUri(callback.resolve("/v1/logout/" + CLIENT))))
                .start();
        database = folder.resolve("form");
        var callers = IntrospectionClient.at(simulator.apiIntrospectionEndpoint(), CLIENT, SECRET);
        form = FormServer.start(FormConfiguration.of(database, token -> {
            door.acquireUninterruptibly();
            door.release();
            return callers.identify(token);
        }));
        proxySettings = ProxyServer.builder(
                        PscEnvironment.custom(simulator.issuer(), simulator.authorizationEndpoint()))
                .address(proxyAddress)
                .client(CLIENT, ClientAuthentication.clientSecretBasic(SECRET))
                .backend(
                        form.address(),
                        ApiAudience.of(
                                "santefr",
                                simulator.apiTokenEndpoint(),
                                ApiClientRegistration.of(
                                        CLIENT_AT_API, ClientAuthentication.clientSecretBasic(SECRET_AT_API))))
                .application("desktop", ProxyServerBuilder.sha256Of(APPLICATION_TOKEN))
                .clock(clock);
        proxy = proxySettings.start();
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

    /** Its time, which runs, and can be moved. */
    public VirtualClock clock() {
        return clock;
    }

    /** A client of this server half, but for its authenticators. */
    public PscClientBuilder client() {
        return assertDoesNotThrow(() -> PscClientBuilder.forServerHalf(proxy()))
                .clientId(CLIENT)
                .applicationToken(APPLICATION_TOKEN)
                .clock(clock);
    }

    /** As if the network of the practice were cut. */
    public void unplug() {
        proxy.close();
    }

    /** At the same address as before. */
    public void plugIn() throws Exception {
        proxy = proxySettings.start();
    }

    /** From now on calls wait before the form, until it is opened. */
    public void shut() {
        door.drainPermits();
    }

    public void open() {
        door.drainPermits();
        door.release();
    }

    /** Whether a call waits before the form. */
    public boolean isAwaited() {
        return door.hasQueuedThreads();
    }

    /** How often the receiver was handed something over. */
    public int received() throws Exception {
        return count("SELECT COUNT(*) FROM hand_over");
    }

    /** How often the receiver has done a request of that kind, by what each left in its tables. */
    public int done(OutboxRequest.Kind kind) throws Exception {
        return switch (kind) {
            case HAND_OVER -> count("SELECT COUNT(*) FROM dossier");
            // The first version came by a hand-over; withdrawn ones leave a last version that was not handed over.
            case CORRECTION -> count("SELECT COUNT(*) FROM dossier_version WHERE number > 1 AND proof_at IS NOT NULL");
            // Each change to a dossier makes one revision, and no other request is about these.
            case CONFIRMATION ->
                count("SELECT SUM(d.revision - 1) FROM dossier d JOIN dossier_version v ON v.dossier = d.id"
                        + " WHERE v.confirmed_at IS NOT NULL");
            case WITHDRAWAL -> count("SELECT COUNT(*) FROM dossier_version WHERE state = 'WITHDRAWN'");
        };
    }

    /** H2 lets the same process look while the form runs. */
    private int count(String sql) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:h2:async:" + database + ";IFEXISTS=TRUE");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
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
}
