package io.github.pscsdk.relyingparty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.ServerProblem;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.time.VirtualClock;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a server half finds out about itself, at the simulator. */
class DiagnosisTest {
    @AutoClose
    private final Lab lab = Lab.open();

    static List<Diagnostic> diagnose(RelyingParty party) throws Exception {
        return Await.outcome("the diagnosis", party.diagnose());
    }

    static Diagnostic finding(Problem problem, Severity severity, Map<String, String> facts) {
        return Diagnostic.of(problem, severity).with(facts);
    }

    private List<Diagnostic> diagnose() throws Exception {
        return diagnose(lab.party);
    }

    @Test
    void a_server_half_in_order_finds_nothing_and_rings_nobody() throws Exception {
        assertEquals(List.of(), diagnose());

        assertEquals(List.of(), lab.simulator.pending());
        assertEquals(1, lab.simulator.count(Endpoint.BACKCHANNEL_AUTHENTICATION));
    }

    @ParameterizedTest
    @CsvSource({"editeur-demo, wrong", "editeur-unknown, wrong"})
    void psc_takes_neither_this_id_nor_this_secret(String id, String secret) throws Exception {
        try (var party = lab.another()
                .client(id, ClientAuthentication.clientSecretPost(secret))
                .build()) {
            assertEquals(
                    List.of(finding(
                            LoginProblem.CLIENT_REJECTED, Severity.BLOCKING, Map.of("method", "client_secret_post"))),
                    diagnose(party));
        }
    }

    @Test
    void the_client_is_not_looked_at_where_that_is_left_out() throws Exception {
        try (var party = lab.another()
                .client(Lab.CLIENT, ClientAuthentication.clientSecretPost("wrong"))
                .withoutClientProbe()
                .build()) {
            assertEquals(List.of(), diagnose(party));
            assertEquals(0, lab.simulator.count(Endpoint.TOKEN));
            assertEquals(0, lab.simulator.count(Endpoint.BACKCHANNEL_AUTHENTICATION));
        }
    }

    @Test
    void the_back_channel_is_not_enabled() throws Exception {
        try (var other = Lab.with(
                psc -> psc.client(SimulatedClient.withSecret("web", Lab.SECRET).withoutBackchannel()))) {
            var web = other.another().client("web", ClientAuthentication.clientSecretBasic(Lab.SECRET));
            try (var alone = web.build();
                    var withBrowser = web.redirectUri(Lab.REDIRECT).build()) {
                assertEquals(
                        List.of(finding(LoginProblem.BACKCHANNEL_NOT_ENABLED, Severity.BLOCKING, Map.of())),
                        diagnose(alone));
                assertEquals(
                        List.of(finding(LoginProblem.BACKCHANNEL_NOT_ENABLED, Severity.WARNING, Map.of())),
                        diagnose(withBrowser));
            }
        }
    }

    @Test
    void psc_is_down() throws Exception {
        lab.simulator.turn("fault-discovery", "503");

        assertEquals(
                List.of(finding(LoginProblem.PSC_UNAVAILABLE, Severity.BLOCKING, Map.of("status", "503"))), diagnose());
    }

    @Test
    void nothing_listens_at_psc_s_address() throws Exception {
        lab.simulator.close();

        assertEquals(
                List.of(finding(LoginProblem.PSC_UNAVAILABLE, Severity.BLOCKING, Map.of("host", "127.0.0.1"))),
                diagnose());
    }

    @ParameterizedTest
    @CsvSource({
        "45, WARNING, 4\\d s fast",
        "-45, WARNING, 4\\d s slow",
        "580, BLOCKING, 9 min [34]\\d s fast",
        "-580, BLOCKING, 9 min [34]\\d s slow"
    })
    void the_clocks_are_apart(int seconds, Severity severity, String amount) throws Exception {
        var ours = VirtualClock.standingAt(lab.clock.instant().plusSeconds(seconds));
        var builder = lab.another().client(Lab.CLIENT, ClientAuthentication.clientSecretBasic(Lab.SECRET));
        List<Diagnostic> findings;
        try (var party = builder.clock(ours).build()) {
            findings = diagnose(party);
        }

        assertEquals(1, findings.size());
        assertEquals(ServerProblem.CLOCK_SKEWED, findings.get(0).problem());
        assertEquals(severity, findings.get(0).severity());
        var told = findings.get(0).facts().get("clock");
        assertTrue(told.matches(amount), told);
    }

    @Test
    void psc_has_moved_to_another_host() throws Exception {
        lab.simulator.turn("drift", "RENAMED_HOST");

        var findings = diagnose();

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
        try (var party = atAnUnknownHost()
                .redirectUri(address)
                .postLogoutRedirectUri(address)
                .build()) {
            var findings = diagnose(party);

            for (var setting : List.of("redirect", "post-logout")) {
                var expected = Map.of("member", setting, "reason", reason);
                assertTrue(
                        findings.contains(finding(ServerProblem.RETURN_ADDRESS_SUSPICIOUS, Severity.WARNING, expected)),
                        findings::toString);
            }
        }
    }

    @Test
    void psc_s_host_is_not_known_here() throws Exception {
        try (var party = atAnUnknownHost()
                .redirectUri(URI.create("https://logiciel.example.test/retour"))
                .build()) {
            assertEquals(
                    List.of(finding(
                            ServerProblem.HOST_NOT_RESOLVED, Severity.BLOCKING, Map.of("host", "auth.invalid"))),
                    diagnose(party));
        }
    }

    /** RFC 6761, section 6.4: no name server knows it. */
    private static RelyingPartyBuilder atAnUnknownHost() {
        var psc = PscEnvironment.custom(
                URI.create("https://auth.invalid/realm"), URI.create("https://wallet.invalid/auth"));
        return RelyingParty.builder(psc)
                .clock(VirtualClock.standing())
                .client(Lab.CLIENT, ClientAuthentication.clientSecretBasic(Lab.SECRET));
    }
}
