package io.github.pscsdk.proxytools.internal.drift;

import static io.github.pscsdk.proxytools.internal.drift.DriftFinding.DriftSeverity.BREAKS_LOGINS;
import static io.github.pscsdk.proxytools.internal.drift.DriftFinding.DriftSeverity.INFORMATIVE;
import static io.github.pscsdk.proxytools.internal.drift.DriftFinding.DriftSeverity.MAY_BREAK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.proxytools.internal.drift.DriftFinding.DriftSeverity;
import io.github.pscsdk.proxytools.internal.drift.KnownBreakingChanges.BreakingChange;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.testkit.persona.Personas;
import io.github.pscsdk.testkit.persona.internal.json.UserInfoVariant;
import io.github.pscsdk.testkit.simulator.PscSimulator;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Logins of the simulator, recorded at its token endpoint and its UserInfo, as PSC is and as it was. */
class LoginDriftTest {
    private static final KnownBreakingChanges KNOWN = KnownBreakingChanges.read();

    private final PscSimulator simulator = PscSimulator.builder()
            .client(SimulatedClient.withSecret(RecordedLogin.CLIENT, RecordedLogin.SECRET)
                    .withRedirectUri(RecordedLogin.REDIRECT))
            .start();
    private final PscDrift drift =
            new PscDrift(PscEnvironment.custom(simulator.issuer(), simulator.authorizationEndpoint()));

    @AfterEach
    void close() {
        simulator.close();
    }

    private List<DriftFinding> login(Consumer<PscSimulator> turned) throws Exception {
        turned.accept(simulator);
        return drift.login(RecordedLogin.tokens(simulator).getBytes(StandardCharsets.UTF_8));
    }

    private static List<DriftFinding> of(String member, List<DriftFinding> findings) {
        return findings.stream().filter(f -> f.member().equals(member)).toList();
    }

    private static void assertFound(
            String member, DriftSeverity severity, String found, String known, List<DriftFinding> findings) {
        var told = of(member, findings);
        assertEquals(1, told.size(), findings::toString);
        assertEquals(severity, told.get(0).severity());
        assertEquals(found, told.get(0).found());
        assertEquals(Optional.ofNullable(known), KNOWN.like(told.get(0)).map(BreakingChange::id));
    }

    @Test
    void a_login_of_today_shows_no_difference() throws Exception {
        assertEquals(List.of(), login(psc -> {}));
        assertEquals(List.of(), drift.login(RecordedLogin.idToken(simulator).getBytes(StandardCharsets.UTF_8)));
        assertEquals(List.of(), drift.login(RecordedLogin.userInfo(simulator).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_level_that_nobody_has_seen_breaks_logins() throws Exception {
        var findings = login(psc -> psc.turn("drift", "NEW_ACR"));

        assertFound("id_token.acr", BREAKS_LOGINS, "eidas4", null, findings);
    }

    @Test
    void the_level_of_card_logins_is_known() throws Exception {
        var findings = login(psc -> psc.turn("card-acr", "EIDAS3").turn("browser-means", "CARD"));

        assertFound("id_token.acr", INFORMATIVE, "eidas3", "card-level", findings);
    }

    @Test
    void the_access_token_of_2021_is_known() throws Exception {
        var findings = login(psc -> psc.turn("token-profile", "OF_2021"));

        assertFound("access_token.acr", MAY_BREAK, "repeated", "duplicate-level", findings);
    }

    @ParameterizedTest
    @CsvSource({
        "sub, BREAKS_LOGINS",
        "exp, BREAKS_LOGINS",
        "SubjectNameID, MAY_BREAK",
        "acr, MAY_BREAK",
        "authMode, MAY_BREAK",
        "at_hash, INFORMATIVE"
    })
    void a_claim_is_missing(String claim, DriftSeverity severity) throws Exception {
        var findings = login(psc -> psc.turn("missing-claims", claim));

        assertFound("id_token." + claim, severity, DriftFinding.ABSENT, null, findings);
    }

    @Test
    void a_person_of_pro_sante_identite_alone_is_no_broken_login() throws Exception {
        simulator.turn("identity", "PSI_CLAIM");

        var findings = drift.login(RecordedLogin.userInfo(simulator).getBytes(StandardCharsets.UTF_8));

        assertFound("userinfo.SubjectNameID", MAY_BREAK, DriftFinding.ABSENT, null, findings);
    }

    @Test
    void another_issuer_breaks_logins() throws Exception {
        var findings = login(psc -> psc.turn("token-defect", "WRONG_ISSUER"));

        assertFound("id_token.iss", BREAKS_LOGINS, simulator.issuer() + "-other", null, findings);
    }

    @ParameterizedTest
    @CsvSource({"60, token-lifetime", "90, "})
    void the_lifetime_of_tokens_has_changed(int seconds, String known) throws Exception {
        var token = "{\"iss\":\"" + simulator.issuer() + "\",\"iat\":1900000000,\"exp\":" + (1_900_000_000L + seconds)
                + "}";

        var findings = drift.login(token.getBytes(StandardCharsets.UTF_8));

        assertFound("id_token.lifetime", INFORMATIVE, String.valueOf(seconds), known, findings);
    }

    @Test
    void the_spelling_of_2022_is_known() throws Exception {
        simulator.turn("user-info", "A_OTHER_IDS_OF_2022");

        var findings = drift.login(RecordedLogin.userInfo(simulator).getBytes(StandardCharsets.UTF_8));

        assertFound("userinfo.otherIDs", INFORMATIVE, "present", "other-identifiers", findings);
    }

    @ParameterizedTest
    @EnumSource(UserInfoVariant.class)
    void no_layout_that_was_seen_breaks_logins(UserInfoVariant variant) throws Exception {
        simulator.turn("user-info", variant.name());

        var findings = drift.login(RecordedLogin.userInfo(simulator).getBytes(StandardCharsets.UTF_8));

        assertFalse(findings.stream().anyMatch(f -> f.severity() == BREAKS_LOGINS), findings::toString);
    }

    @Test
    void another_signature_breaks_logins() throws Exception {
        var encoder = Base64.getUrlEncoder().withoutPadding();
        var header = encoder.encodeToString("{\"alg\":\"ES256\"}".getBytes(StandardCharsets.UTF_8));
        var claims =
                encoder.encodeToString(("{\"iss\":\"" + simulator.issuer() + "\"}").getBytes(StandardCharsets.UTF_8));

        var findings = drift.login((header + "." + claims + ".AA").getBytes(StandardCharsets.UTF_8));

        assertFound("id_token.alg", BREAKS_LOGINS, "ES256", null, findings);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no login", "[]", "a.b.c", "{} {}", "\"text\""})
    void what_is_no_login_is_refused(String text) {
        assertThrows(PscException.class, () -> drift.login(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void findings_name_no_person_and_hold_no_token() throws Exception {
        simulator.turn("missing-claims", "acr").turn("token-defect", "DUPLICATE_MEMBER");
        var text = drift.login(RecordedLogin.tokens(simulator).getBytes(StandardCharsets.UTF_8))
                        .toString()
                + drift.login(RecordedLogin.userInfo(simulator).getBytes(StandardCharsets.UTF_8));

        assertTrue(text.contains("id_token.sub"), text);
        var told = Personas.all().stream()
                .flatMap(person -> Stream.of(person.nationalId().value(), person.familyName()))
                .filter(secret -> secret.length() > 3)
                .filter(text::contains)
                .collect(Collectors.toSet());
        assertTrue(told.isEmpty(), told::toString);
        assertFalse(
                simulator.issuedSecrets().stream().filter(s -> s.length() > 8).anyMatch(text::contains));
    }
}
