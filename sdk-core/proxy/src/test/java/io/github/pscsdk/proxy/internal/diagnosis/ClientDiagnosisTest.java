package io.github.pscsdk.proxy.internal.diagnosis;

import static io.github.pscsdk.proxy.internal.diagnosis.DiagnosisRun.CLIENT;
import static io.github.pscsdk.proxy.internal.diagnosis.DiagnosisRun.SECRET;
import static io.github.pscsdk.proxy.internal.diagnosis.DiagnosisRun.diagnose;
import static io.github.pscsdk.proxy.internal.diagnosis.DiagnosisRun.finding;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.ServerProblem;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.proxy.ProxyServer;
import io.github.pscsdk.proxy.ProxyServerBuilder;
import io.github.pscsdk.relyingparty.ApiAudience;
import io.github.pscsdk.relyingparty.ApiClientRegistration;
import io.github.pscsdk.relyingparty.ClientAuthentication;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.testkit.simulator.PscSimulator;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.testkit.support.ReservedPort;
import io.github.pscsdk.time.VirtualClock;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a proxy finds out about itself, at the simulator. */
class ClientDiagnosisTest {
    // Of today: the simulator's server dates its responses by the system's clock.
    private final VirtualClock clock =
            VirtualClock.standingAt(Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS));

    @AutoClose
    private final PscSimulator simulator = PscSimulator.builder()
            .client(SimulatedClient.withSecret(CLIENT, SECRET))
            .client(SimulatedClient.withSecret("web", SECRET).withoutBackchannel())
            .clock(clock)
            .start();

    private ProxyServerBuilder proxy(String client, String secret) {
        return at(PscEnvironment.custom(simulator.issuer(), simulator.authorizationEndpoint()))
                .client(client, ClientAuthentication.clientSecretPost(secret));
    }

    private ProxyServerBuilder proxy() {
        return proxy(CLIENT, SECRET);
    }

    private ProxyServerBuilder at(PscEnvironment psc) {
        return ProxyServer.builder(psc).clock(clock);
    }

    @Test
    void a_proxy_in_order_finds_nothing_and_rings_nobody() throws Exception {
        assertEquals(List.of(), diagnose(proxy()));

        assertEquals(List.of(), simulator.pending());
        assertEquals(1, simulator.count(Endpoint.BACKCHANNEL_AUTHENTICATION));
    }

    @ParameterizedTest
    @CsvSource({"editeur-demo, wrong", "editeur-unknown, wrong"})
    void psc_takes_neither_this_id_nor_this_secret(String id, String secret) throws Exception {
        assertEquals(
                List.of(finding(
                        LoginProblem.CLIENT_REJECTED, Severity.BLOCKING, Map.of("method", "client_secret_post"))),
                diagnose(proxy(id, secret)));
    }

    @Test
    void the_client_is_not_looked_at_where_that_is_left_out() throws Exception {
        assertEquals(List.of(), diagnose(proxy(CLIENT, "wrong").withoutClientProbe()));
        assertEquals(0, simulator.count(Endpoint.TOKEN));
        assertEquals(0, simulator.count(Endpoint.BACKCHANNEL_AUTHENTICATION));
    }

    @Test
    void the_back_channel_is_not_enabled() throws Exception {
        assertEquals(
                List.of(finding(LoginProblem.BACKCHANNEL_NOT_ENABLED, Severity.WARNING, Map.of())),
                diagnose(proxy("web", SECRET)));
    }

    @Test
    void psc_is_down() throws Exception {
        simulator.turn("fault-discovery", "503");

        assertEquals(
                List.of(finding(LoginProblem.PSC_UNAVAILABLE, Severity.BLOCKING, Map.of("status", "503"))),
                diagnose(proxy()));
    }

    @Test
    void nothing_listens_at_psc_s_address() throws Exception {
        var nobody = URI.create("http://127.0.0.1:" + ReservedPort.next());

        assertEquals(
                List.of(finding(LoginProblem.PSC_UNAVAILABLE, Severity.BLOCKING, Map.of("host", "127.0.0.1"))),
                diagnose(at(PscEnvironment.custom(nobody, nobody))
                        .client(CLIENT, ClientAuthentication.clientSecretPost(SECRET))));
    }

    @ParameterizedTest
    @CsvSource({
        "45, WARNING, 4\\d s fast",
        "-45, WARNING, 4\\d s slow",
        "580, BLOCKING, 9 min [34]\\d s fast",
        "-580, BLOCKING, 9 min [34]\\d s slow"
    })
    void the_clocks_are_apart(int seconds, Severity severity, String amount) throws Exception {
        var ours = VirtualClock.standingAt(clock.instant().plusSeconds(seconds));

        var findings = diagnose(proxy().clock(ours));

        assertEquals(1, findings.size());
        assertEquals(ServerProblem.CLOCK_SKEWED, findings.get(0).problem());
        assertEquals(severity, findings.get(0).severity());
        var told = findings.get(0).facts().get("clock");
        assertTrue(told.matches(amount), told);
    }

    @Test
    void psc_has_moved_to_another_host() throws Exception {
        simulator.turn("drift", "RENAMED_HOST");

        var findings = diagnose(proxy());

        assertTrue(
                findings.contains(finding(
                        LoginProblem.ENVIRONMENT_MISMATCH, Severity.BLOCKING, Map.of("member", "token_endpoint"))),
                findings::toString);
        assertTrue(findings.stream().allMatch(f -> f.problem() == LoginProblem.ENVIRONMENT_MISMATCH));
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost/retour, loopback",
        "https://192.0.2.7/retour, numeric",
        "https://intranet/retour, local-name",
        "https://logiciel.example.test/retour?vers=1, query"
    })
    void a_return_address_cannot_be_the_declared_one(URI address, String reason) throws Exception {
        var findings = Await.outcome("the diagnosis", DiagnosisRun.begin(atAnUnknownHost(), address));

        var expected = Map.of("member", "redirect", "reason", reason);
        assertTrue(
                findings.contains(finding(ServerProblem.RETURN_ADDRESS_SUSPICIOUS, Severity.WARNING, expected)),
                findings::toString);
    }

    @Test
    void psc_s_host_is_not_known_here() throws Exception {
        assertEquals(
                List.of(finding(ServerProblem.HOST_NOT_RESOLVED, Severity.BLOCKING, Map.of("host", "auth.invalid"))),
                diagnose(atAnUnknownHost()));
    }

    /** RFC 6761, section 6.4: no name server knows it. */
    private ProxyServerBuilder atAnUnknownHost() {
        return at(PscEnvironment.custom(
                        URI.create("https://auth.invalid/realm"), URI.create("https://wallet.invalid/auth")))
                .client(CLIENT, ClientAuthentication.clientSecretBasic(SECRET));
    }

    @Test
    void a_plain_provider_is_told() throws Exception {
        var plain = PscEnvironment.dangerouslyPlain(simulator.issuer(), simulator.authorizationEndpoint());

        var findings = diagnose(at(plain).client(CLIENT, ClientAuthentication.clientSecretBasic(SECRET)));

        assertTrue(findings.contains(finding(ServerProblem.PLAIN_USERINFO_ACCEPTED, Severity.WARNING, Map.of())));
    }

    @Test
    void a_secret_of_psc_that_an_api_is_told_is_told() throws Exception {
        var own =
                ApiClientRegistration.of("editeur-demo-api", ClientAuthentication.clientSecretBasic("another secret"));
        var backend = URI.create("http://127.0.0.1:1");
        var shared = proxy().backend(backend, audience("signer", own))
                .backend(backend, audience("form", ApiClientRegistration.dangerouslyWithClientOfPsc()));

        assertEquals(
                List.of(finding(ServerProblem.CLIENT_SECRET_SHARED, Severity.WARNING, Map.of("member", "form"))),
                diagnose(shared));
    }

    private ApiAudience audience(String name, ApiClientRegistration client) {
        return ApiAudience.of(name, simulator.apiTokenEndpoint(), client);
    }
}
