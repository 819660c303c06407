package io.github.pscsdk.benchmark;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.benchmark.harness.Cost;
import io.github.pscsdk.benchmark.harness.Run;
import io.github.pscsdk.benchmark.harness.Sample;
import io.github.pscsdk.relyingparty.BackchannelLogin;
import io.github.pscsdk.relyingparty.ClientAuthentication;
import io.github.pscsdk.relyingparty.PscEnvironment;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.testkit.persona.Personas;
import io.github.pscsdk.testkit.simulator.Endpoint;
import io.github.pscsdk.testkit.simulator.PscSimulator;
import io.github.pscsdk.testkit.simulator.SimulatedClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The requests of a back-channel login, whose length depends on the professional and on the interval. */
final class BackchannelRequests {
    private static final List<Endpoint> EXPECTED = List.of(
            Endpoint.BACKCHANNEL_AUTHENTICATION, Endpoint.TOKEN, Endpoint.USERINFO, Endpoint.DISCOVERY, Endpoint.JWKS);

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private BackchannelRequests() {}

    static void take(Run run) throws Exception {
        var number = run.of(200, 3);
        try (var simulator = PscSimulator.builder()
                        .client(SimulatedClient.withSecret(TokenSigner.CLIENT, "a-fictitious-secret"))
                        .interval(INTERVAL)
                        .start();
                var party = RelyingParty.builder(
                                PscEnvironment.custom(simulator.issuer(), simulator.authorizationEndpoint()))
                        .client(TokenSigner.CLIENT, ClientAuthentication.clientSecretBasic("a-fictitious-secret"))
                        .build()) {
            party.warmUp().toCompletableFuture().join();
            List<BackchannelLogin> logins = new ArrayList<>();
            for (var i = 0; i < number; i++) {
                logins.add(begin(party));
            }
            for (var login : logins) {
                await(login);
            }
            for (var endpoint : EXPECTED) {
                run.add(endpoint + ", all logins", simulator.count(endpoint), "");
            }
            run.add("logins", number, "");
            run.add("outcome beyond the interval, p50", beyondTheInterval(party, run.of(20, 1)), "ms");
        }
    }

    private static BackchannelLogin begin(RelyingParty party) throws Exception {
        return RelyingParty.await(() -> party.beginBackchannelLogin(
                BackchannelRequest.onMobile(Personas.PHARMACIST), new BindingMessage("42")));
    }

    private static void await(BackchannelLogin login) throws Exception {
        login.outcome().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    /** One at a time, approved before the first poll: the time beside the interval is ours and the simulator's. */
    private static double beyondTheInterval(RelyingParty party, int number) throws Exception {
        List<Double> millis = new ArrayList<>();
        for (var i = 0; i < number; i++) {
            var login = begin(party);
            millis.add(Cost.millis(() -> await(login)) - INTERVAL.toMillis());
        }
        return new Sample(millis).median();
    }
}
