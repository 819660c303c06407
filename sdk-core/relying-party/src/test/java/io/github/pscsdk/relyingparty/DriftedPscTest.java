package io.github.pscsdk.relyingparty;

import static io.github.pscsdk.relyingparty.DiagnosisTest.diagnose;
import static io.github.pscsdk.relyingparty.DiagnosisTest.finding;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.ServerProblem;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.relyingparty.internal.oidc.SignedTokens;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The diagnosis at a PSC that publishes or answers something else than it used to. */
class DriftedPscTest {
    private final HandMadePsc psc = new HandMadePsc();
    private final RelyingParty party =
            psc.party().redirectUri(URI.create("http://localhost/retour")).build();

    DriftedPscTest() throws IOException {}

    @BeforeEach
    void answerAsKeycloak() {
        psc.answer("/token", HandMadePsc.json(400, "{\"error\":\"invalid_grant\"}"));
        psc.answer("/ciba", HandMadePsc.json(400, "{\"error\":\"invalid_request\"}"));
    }

    @AfterEach
    void close() {
        party.close();
        psc.close();
    }

    @Test
    void what_is_as_it_was_gives_no_finding() throws Exception {
        assertEquals(List.of(), diagnose(party));
    }

    @ParameterizedTest
    @CsvSource({
        "token_endpoint, BLOCKING",
        "userinfo_endpoint, BLOCKING",
        "authorization_endpoint, BLOCKING",
        "jwks_uri, BLOCKING",
        "end_session_endpoint, WARNING"
    })
    void an_endpoint_is_gone(String member, Severity severity) throws Exception {
        psc.discovery(psc.document().replace("\"" + member + "\"", "\"x\""));

        assertEquals(
                finding(ServerProblem.ENDPOINT_MISSING, severity, Map.of("member", member)),
                diagnose(party).get(0));
    }

    @Test
    void the_back_channel_endpoint_is_gone() throws Exception {
        psc.discovery(psc.document().replace("backchannel_authentication_endpoint", "x"));

        assertEquals(
                List.of(finding(
                        LoginProblem.BACKCHANNEL_NOT_ENABLED,
                        Severity.WARNING,
                        Map.of("member", "backchannel_authentication_endpoint"))),
                diagnose(party));
    }

    @ParameterizedTest
    @CsvSource({
        "id_token_signing_alg_values_supported, [\"ES256\"], BLOCKING",
        "require_pushed_authorization_requests, true, BLOCKING",
        "code_challenge_methods_supported, [\"plain\"], WARNING",
        "token_endpoint_auth_methods_supported, [\"tls_client_auth\"], WARNING"
    })
    void psc_no_longer_offers_what_we_use(String member, String value, Severity severity) throws Exception {
        psc.discovery(psc.document().strip().replaceAll("}$", ", \"" + member + "\": " + value + "}"));

        assertEquals(
                List.of(finding(ServerProblem.DISCOVERY_CHANGED, severity, Map.of("member", member))), diagnose(party));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"keys\":[]}",
                // RFC 7517, appendix A.1.
                "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\",\"kid\":\"1\",\"alg\":\"ES256\","
                        + "\"x\":\"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4\","
                        + "\"y\":\"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM\"}]}"
            })
    void no_key_fits_the_signature(String keys) throws Exception {
        psc.answer("/certs", keys);

        assertEquals(
                List.of(finding(ServerProblem.KEYS_UNUSABLE, Severity.BLOCKING, Map.of("member", "usable"))),
                diagnose(party));
    }

    @Test
    void keys_that_are_skipped_beside_a_good_one_are_counted_with_the_reasons() throws Exception {
        var good = new String(SignedTokens.published(SignedTokens.KEY), StandardCharsets.UTF_8);
        psc.answer("/certs", good.replace("{\"keys\":[", "{\"keys\":[null,7,{},{\"kty\":\"oct\",\"k\":\"c2VjcmV0\"},"));

        var told = Map.of("member", "skipped", "count", "4", "reason", "unreadable, symmetric");
        assertEquals(List.of(finding(ServerProblem.KEYS_UNUSABLE, Severity.WARNING, told)), diagnose(party));
    }

    @Test
    void the_only_key_that_is_skipped_blocks() throws Exception {
        psc.answer("/certs", "{\"keys\":[" + SignedTokens.KEY.toJSONString() + "]}");

        var told = Map.of("member", "skipped", "count", "1", "reason", "private");
        assertTrue(diagnose(party).contains(finding(ServerProblem.KEYS_UNUSABLE, Severity.BLOCKING, told)));
    }

    @Test
    void a_key_for_encryption_beside_a_good_one_is_as_it_should_be() throws Exception {
        var encryption = new RSAKey.Builder(SignedTokens.KEY)
                .keyUse(KeyUse.ENCRYPTION)
                .algorithm(JWEAlgorithm.RSA_OAEP_256)
                .keyID("enc")
                .build();
        psc.answer("/certs", new String(SignedTokens.published(SignedTokens.KEY, encryption), StandardCharsets.UTF_8));

        assertEquals(List.of(), diagnose(party));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "{\"keys\":null}", "<html>"})
    void a_key_set_that_is_none(String keys) throws Exception {
        psc.answer("/certs", keys);

        var findings = diagnose(party);

        assertTrue(
                findings.stream().allMatch(f -> f.severity() == Severity.BLOCKING) && !findings.isEmpty(),
                findings::toString);
    }

    @Test
    void one_key_is_too_small() throws Exception {
        psc.answer(
                "/certs",
                "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"1\",\"alg\":\"RS256\",\"e\":\"AQAB\",\"n\":\"" + "w".repeat(171)
                        + "\"}]}");

        var findings = diagnose(party);

        assertEquals(
                finding(ServerProblem.KEYS_UNUSABLE, Severity.BLOCKING, Map.of("member", "usable")), findings.get(0));
        assertEquals(finding(ServerProblem.KEYS_UNUSABLE, Severity.WARNING, Map.of("member", "size")), findings.get(1));
    }

    @ParameterizedTest
    @CsvSource({
        "401, '', CLIENT_REJECTED, BLOCKING",
        "400, unauthorized_client, CLIENT_REJECTED, BLOCKING",
        "400, unsupported_grant_type, REQUEST_REJECTED, WARNING",
        "503, '', PSC_UNAVAILABLE, WARNING"
    })
    void psc_s_answer_to_a_token_that_it_never_gave(int status, String code, LoginProblem problem, Severity severity)
            throws Exception {
        psc.answer("/token", HandMadePsc.json(status, "{\"error\":\"" + code + "\"}"));

        var found = diagnose(party).get(0);

        assertEquals(problem, found.problem());
        assertEquals(severity, found.severity());
    }

    @Test
    void a_token_for_nothing_is_told() throws Exception {
        psc.tokens(claims -> {});

        assertEquals(List.of(finding(LoginProblem.PSC_ANSWER_INVALID, Severity.WARNING, Map.of())), diagnose(party));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "[]", "{} {}", "{\"issuer\":"})
    void a_discovery_document_that_cannot_be_read(String document) throws Exception {
        psc.discovery(document);

        assertEquals(List.of(finding(LoginProblem.PSC_ANSWER_INVALID, Severity.BLOCKING, Map.of())), diagnose(party));
    }
}
