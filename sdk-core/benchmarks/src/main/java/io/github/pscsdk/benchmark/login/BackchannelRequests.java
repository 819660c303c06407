package io.github.pscsdk.benchmark.login;

import static io.github.pscsdk.relyingparty.RelyingParty.await;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.benchmark.measure.Effort;
import io.github.pscsdk.benchmark.measure.Measure;
import io.github.pscsdk.benchmark.measure.Report;
import io.github.pscsdk.benchmark.measure.Sample;
import io.github.pscsdk.benchmark.measure.WallClock;
import io.github.pscsdk.relyingparty.BackchannelLogin;
import io.github.pscsdk.relyingparty.ClientAuthentication;
import io.github.pscsdk.relyingparty.PscEnvironment;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.testkit.persona.Personas;
import io.github.pscsdk.testkit.simulator.PscSimulator;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Which requests a back-channel login makes; how long it takes is for the professional and the interval to say. */
public final class BackchannelRequests implements Measure {
    private static final List<Endpoint> EXPECTED = List.of(
            Endpoint.BACKCHANNEL_AUTHENTICATION, Endpoint.TOKEN, Endpoint.USERINFO, Endpoint.DISCOVERY, Endpoint.JWKS);

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    @Override
    public String name() {
        return "backchannel-requests";
    }

    @Override
    public String subject() {
        return "requests of back-channel logins that are approved, counted by the simulator";
    }

    @Override
    public void take(Effort effort, Report report) throws Exception {
        var number = effort.of(200, 3);
        try (var simulator = PscSimulator.builder()
                        .client(SimulatedClient.withSecret("editeur-demo", "a-fictitious-secret"))
                        .interval(INTERVAL)
                        .start();
                var party = RelyingParty.builder(
                                PscEnvironment.custom(simulator.issuer(), simulator.authorizationEndpoint()))
                        .client("editeur-demo", ClientAuthentication.clientSecretBasic("a-fictitious-secret"))
                        .build()) {
            party.warmUp().toCompletableFuture().join();
            List<BackchannelLogin> logins = new ArrayList<>();
            for (var i = 0; i < number; i++) {
                logins.add(await(() -> party.beginBackchannelLogin(
                        BackchannelRequest.onMobile(Personas.PHARMACIST), new BindingMessage("42"))));
            }
            for (var login : logins) {
                login.outcome().toCompletableFuture().get(60, TimeUnit.SECONDS);
            }
            for (var endpoint : EXPECTED) {
                report.add(endpoint + ", all logins", simulator.count(endpoint), "");
            }
            report.add("logins", number, "");
            report.add("outcome beyond the interval, p50", beyondTheInterval(party, effort.of(20, 1)), "ms");
        }
    }

    /** One at a time, approved before the first poll: what is left beside the interval is ours and the simulator's. */
    private static double beyondTheInterval(RelyingParty party, int number) throws Exception {
        return Sample.of(number, () -> {
                    var begun = await(() -> party.beginBackchannelLogin(
                            BackchannelRequest.onMobile(Personas.PHARMACIST), new BindingMessage("42")));
                    return WallClock.millis(
                                    () -> begun.outcome().toCompletableFuture().get(60, TimeUnit.SECONDS))
                            - INTERVAL.toMillis();
                })
                .median();
    }
}
