package io.github.pscsdk.proxytools.internal.drift;

import static io.github.pscsdk.proxytools.internal.drift.DriftFinding.DriftSeverity.BREAKS_LOGINS;
import static io.github.pscsdk.proxytools.internal.drift.DriftFinding.DriftSeverity.INFORMATIVE;
import static io.github.pscsdk.proxytools.internal.drift.DriftFinding.DriftSeverity.MAY_BREAK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.proxytools.internal.drift.DriftFinding.DriftSeverity;
import io.github.pscsdk.proxytools.internal.drift.KnownBreakingChanges.BreakingChange;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.testkit.simulator.PscSimulator;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is published, live at the simulator and as it was in the past. */
class PublishedDriftTest {
    private static final KnownBreakingChanges KNOWN = KnownBreakingChanges.read();

    private final PscSimulator simulator = PscSimulator.builder()
            .client(SimulatedClient.withSecret("editeur-demo", "a fictitious secret"))
            .start();
    private final PscEnvironment environment =
            PscEnvironment.custom(simulator.issuer(), simulator.authorizationEndpoint());
    private final PscDrift drift = new PscDrift(environment);

    @AfterEach
    void close() {
        simulator.close();
    }

    private PublishedState published() throws Exception {
        return PublishedState.read(environment, Optional.empty());
    }

    /** The live document with one change. */
    private List<DriftFinding> after(String text, String other) throws Exception {
        var document = new String(published().discovery(), StandardCharsets.UTF_8);
        assertTrue(document.contains(text), () -> "not there: " + text);
        return drift.discovery(document.replace(text, other).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void the_state_of_2024_is_the_profile() throws Exception {
        var state = published();

        assertEquals(List.of(), drift.discovery(state.discovery()));
        assertEquals(List.of(), drift.keys(state.keys().orElseThrow(), Set.of()));
        assertEquals(List.of(), drift.protocol(state.protocol()));
    }

    @Test
    void the_order_of_a_list_means_nothing() throws Exception {
        assertEquals(List.of(), after("[\"code\", \"none\", ", "[\"none\", \"code\", "));
    }

    @Test
    void renamed_hosts_break_logins_and_their_keys_are_not_fetched() throws Exception {
        simulator.turn("drift", "RENAMED_HOST");

        var state = published();
        var findings = drift.discovery(state.discovery());

        assertEquals(Optional.empty(), state.keys());
        assertTrue(
                findings.stream().anyMatch(f -> f.member().equals("token_endpoint") && f.severity() == BREAKS_LOGINS));
        assertFalse(findings.stream().anyMatch(f -> KNOWN.like(f).isPresent()), "no change of the past");
    }

    @Test
    void the_sandbox_hosts_of_2022_are_known() throws Exception {
        var old = """
                {"issuer": "https://auth.bas.esw.esante.gouv.fr/auth/realms/esante-wallet",
                 "token_endpoint": "https://auth.bas.esw.esante.gouv.fr/auth/realms/esante-wallet/protocol/openid-connect/token"}
                """;

        var findings = new PscDrift(PscEnvironment.sandbox()).discovery(old.getBytes(StandardCharsets.UTF_8));

        assertKnown("sandbox-hosts", BREAKS_LOGINS, "issuer", findings);
        assertKnown("sandbox-hosts", BREAKS_LOGINS, "token_endpoint", findings);
    }

    @Test
    void the_standard_document_of_the_realm_is_known() throws Exception {
        var login = environment.authorizationEndpoint().toString();

        var findings = after(login, environment.issuer() + "/protocol/openid-connect/auth");

        assertKnown("standard-document", BREAKS_LOGINS, "authorization_endpoint", findings);
    }

    @Test
    void secrets_that_are_no_longer_offered_are_known() throws Exception {
        var findings = after("\"private_key_jwt\", \"client_secret_basic\", \"client_secret_post\", ", "");

        assertKnown("mutual-tls", MAY_BREAK, "token_endpoint_auth_methods_supported", findings);
    }

    private static void assertKnown(String id, DriftSeverity severity, String member, List<DriftFinding> findings) {
        var finding = findings.stream()
                .filter(f -> f.member().equals(member))
                .findFirst()
                .orElseThrow(() -> new AssertionError(member + " is not among " + findings));
        assertEquals(severity, finding.severity());
        assertEquals(Optional.of(id), KNOWN.like(finding).map(BreakingChange::id));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"userinfo_endpoint\" | \"x\" | userinfo_endpoint | BREAKS_LOGINS",
                "\"end_session_endpoint\" | \"x\" | end_session_endpoint | MAY_BREAK",
                "openid-connect/token\" | openid-connect/token2\" | token_endpoint | INFORMATIVE",
                "\"poll\", | | backchannel_token_delivery_modes_supported | MAY_BREAK",
                "\"require_pushed_authorization_requests\": false | \"require_pushed_authorization_requests\": true "
                        + "| require_pushed_authorization_requests | BREAKS_LOGINS",
                "[\"0\", \"0\"] | [\"eidas1\"] | acr_values_supported | INFORMATIVE",
                "\"claim_types_supported\" | \"new_member\" | new_member | INFORMATIVE",
                "\"claim_types_supported\" | \"new_member\" | claim_types_supported | INFORMATIVE"
            })
    void a_change_is_weighed_by_what_we_use(String text, String other, String member, DriftSeverity severity)
            throws Exception {
        var findings = after(text, Optional.ofNullable(other).orElse(""));

        assertTrue(
                findings.stream().anyMatch(f -> f.member().equals(member) && f.severity() == severity),
                findings::toString);
    }

    @Test
    void a_rotated_key_is_told_against_the_last_run_and_known() throws Exception {
        var before = drift.keyIds(published().keys().orElseThrow());
        simulator.rotateKeys();

        var findings = drift.keys(published().keys().orElseThrow(), before);

        assertEquals(
                List.of(INFORMATIVE),
                findings.stream().map(DriftFinding::severity).toList());
        assertEquals(Optional.of("key-rotation"), KNOWN.like(findings.get(0)).map(BreakingChange::id));
    }

    @Test
    void keys_of_another_kind_only_break_logins() throws Exception {
        var elliptic = "{\"keys\":[{\"kty\":\"EC\",\"alg\":\"ES256\",\"use\":\"sig\",\"kid\":\"1\"}]}";

        var findings = drift.keys(elliptic.getBytes(StandardCharsets.UTF_8), Set.of());

        assertEquals(BREAKS_LOGINS, findings.get(0).severity());
        assertEquals("EC ES256 ?", findings.get(0).found());
    }

    @Test
    void an_old_protocol_breaks_logins() {
        assertEquals(List.of(), drift.protocol(Optional.of("TLSv1.3")));
        assertEquals(
                BREAKS_LOGINS, drift.protocol(Optional.of("TLSv1.1")).get(0).severity());
    }

    @Test
    void a_psc_that_is_down_is_no_drift() {
        simulator.turn("fault-discovery", "503");

        var failure = assertThrows(PscException.class, this::published);

        assertEquals(LoginProblem.PSC_UNAVAILABLE, failure.problem());
    }

    @Test
    void the_connection_s_protocol_is_told() throws Exception {
        try (var secure = PscSimulator.builder()
                .https()
                .client(SimulatedClient.withSecret("editeur-demo", "a fictitious secret"))
                .start()) {
            var state = PublishedState.read(
                    PscEnvironment.custom(secure.issuer(), secure.authorizationEndpoint()),
                    Optional.of(secure.trustStore()));

            assertEquals(Optional.of("TLSv1.3"), state.protocol());
        }
    }
}
