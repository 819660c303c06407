package io.github.pscsdk.proxy;

import io.github.pscsdk.relyingparty.ApiAudience;
import io.github.pscsdk.relyingparty.ApiClientRegistration;
import io.github.pscsdk.relyingparty.ClientAuthentication;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.testkit.simulator.PscSimulator;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.testkit.simulator.model.RecordedRequest;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import io.github.pscsdk.time.VirtualClock;
import java.time.Clock;
import java.util.List;

/** The same as {@link Bench} over TLS: two clients with certificates, and a backend that wants to see them. */
final class TlsBench implements AutoCloseable {
    static final String CLIENT = "editeur-mtls";
    static final String OTHER_CLIENT = "editeur-mtls-autre";
    static final String API_CLIENT = "editeur-mtls-api";

    private final VirtualClock clock = VirtualClock.running(Clock.systemUTC());
    private final PscSimulator simulator;
    private final PollPace pace;
    final TlsBackend backend;
    private final ProxyServer proxy;

    private TlsBench() throws Exception {
        simulator = PscSimulator.builder()
                .client(SimulatedClient.withCertificate(CLIENT))
                .client(SimulatedClient.withCertificate(OTHER_CLIENT))
                .client(SimulatedClient.withCertificate(API_CLIENT))
                .https()
                .clock(clock)
                .interval(PollPace.INTERVAL)
                .start();
        pace = new PollPace(clock, simulator);
        var trusted = simulator.trustStore();
        backend = new TlsBackend(simulator.trustStore());
        trusted.setCertificateEntry("backend", backend.certificate());
        proxy = ProxyServer.builder(PscEnvironment.custom(simulator.issuer(), simulator.authorizationEndpoint()))
                .client(CLIENT, proof(CLIENT))
                .client(OTHER_CLIENT, proof(OTHER_CLIENT))
                .trustedCertificates(trusted)
                .backend(backend.address(), audience("api", ApiClientRegistration.withCertificateOfPsc()))
                .backend(backend.address(), audience("own", ApiClientRegistration.of(API_CLIENT, proof(API_CLIENT))))
                .clock(clock)
                .application("one", ProxyServerBuilder.sha256Of(Bench.TOKEN))
                .operator("operator", ProxyServerBuilder.sha256Of(Bench.OPERATOR_TOKEN))
                .start();
    }

    private ApiAudience audience(String name, ApiClientRegistration client) {
        return ApiAudience.of(name, simulator.apiTokenEndpoint(), client);
    }

    static TlsBench start() throws Exception {
        return new TlsBench();
    }

    private ClientAuthentication proof(String id) {
        return ClientAuthentication.tlsClientAuth(simulator.clientKeyStore(id), password());
    }

    private char[] password() {
        return simulator.keyStorePassword();
    }

    List<RecordedRequest> requests(Endpoint endpoint) {
        return simulator.requests().stream()
                .filter(request -> request.endpoint() == endpoint)
                .toList();
    }

    ProxyCalls calls() {
        return ProxyCalls.to(proxy.address()).atPace(pace).withToken(Bench.TOKEN);
    }

    ProxyCalls operator() {
        return ProxyCalls.to(proxy.address()).atPace(pace).withToken(Bench.OPERATOR_TOKEN);
    }

    @Override
    public void close() {
        proxy.close();
        backend.close();
        simulator.close();
    }
}
