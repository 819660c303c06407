package io.github.pscsdk.proxy.internal.diagnosis;

import static io.github.pscsdk.proxy.internal.diagnosis.DiagnosisRun.diagnose;
import static io.github.pscsdk.proxy.internal.diagnosis.DiagnosisRun.finding;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.ServerProblem;
import io.github.pscsdk.diagnostic.Severity;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The diagnosis at a PSC that publishes or answers something else than it used to. */
class DriftedPscTest {
    @AutoClose
    private final HandMadePsc psc = new HandMadePsc();

    DriftedPscTest() throws IOException {}

    @Test
    void what_is_as_it_was_gives_no_finding() throws Exception {
        assertEquals(List.of(), diagnose(psc.proxy()));
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
                diagnose(psc.proxy()).get(0));
    }

    @Test
    void the_document_is_of_another_issuer() throws Exception {
        psc.discovery(psc.document().replaceFirst("\"issuer\": \"[^\"]*", "$0/of-another"));

        assertEquals(
                List.of(finding(LoginProblem.ENVIRONMENT_MISMATCH, Severity.BLOCKING, Map.of("member", "issuer"))),
                diagnose(psc.proxy()));
    }

    @Test
    void the_back_channel_endpoint_is_gone() throws Exception {
        psc.discovery(psc.document().replace("backchannel_authentication_endpoint", "x"));

        assertEquals(
                List.of(finding(
                        LoginProblem.BACKCHANNEL_NOT_ENABLED,
                        Severity.WARNING,
                        Map.of("member", "backchannel_authentication_endpoint"))),
                diagnose(psc.proxy()));
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
                List.of(finding(ServerProblem.DISCOVERY_CHANGED, severity, Map.of("member", member))),
                diagnose(psc.proxy()));
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
        psc.answer("/certs", HandMadePsc.json(200, keys));

        assertEquals(
                List.of(finding(ServerProblem.KEYS_UNUSABLE, Severity.BLOCKING, Map.of("member", "usable"))),
                diagnose(psc.proxy()));
    }

    @Test
    void keys_that_are_skipped_beside_a_good_one_are_counted_with_the_reasons() throws Exception {
        var good = HandMadePsc.published(HandMadePsc.KEY);
        var keys = good.replace("{\"keys\":[", "{\"keys\":[null,7,{},{\"kty\":\"oct\",\"k\":\"c2VjcmV0\"},");
        psc.answer("/certs", HandMadePsc.json(200, keys));

        var told = Map.of("member", "skipped", "count", "4", "reason", "unreadable, symmetric");
        assertEquals(List.of(finding(ServerProblem.KEYS_UNUSABLE, Severity.WARNING, told)), diagnose(psc.proxy()));
    }

    @Test
    void the_only_key_that_is_skipped_blocks() throws Exception {
        psc.answer("/certs", HandMadePsc.json(200, "{\"keys\":[" + HandMadePsc.KEY.toJSONString() + "]}"));

        var told = Map.of("member", "skipped", "count", "1", "reason", "private");
        assertTrue(diagnose(psc.proxy()).contains(finding(ServerProblem.KEYS_UNUSABLE, Severity.BLOCKING, told)));
    }

    @Test
    void a_key_for_encryption_beside_a_good_one_is_as_it_should_be() throws Exception {
        var encryption = new RSAKey.Builder(HandMadePsc.KEY)
                .keyUse(KeyUse.ENCRYPTION)
                .algorithm(JWEAlgorithm.RSA_OAEP_256)
                .keyID("enc")
                .build();
        psc.answer("/certs", HandMadePsc.json(200, HandMadePsc.published(HandMadePsc.KEY, encryption)));

        assertEquals(List.of(), diagnose(psc.proxy()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "{\"keys\":null}", "<html>"})
    void a_key_set_that_is_none(String keys) throws Exception {
        psc.answer("/certs", HandMadePsc.json(200, keys));

        var findings = diagnose(psc.proxy());

        assertTrue(
                findings.stream().allMatch(f -> f.severity() == Severity.BLOCKING) && !findings.isEmpty(),
                findings::toString);
    }

    @Test
    void one_key_is_too_small() throws Exception {
        var small =
                "{\"kty\":\"RSA\",\"kid\":\"1\",\"alg\":\"RS256\",\"e\":\"AQAB\",\"n\":\"" + "w".repeat(171) + "\"}";
        psc.answer("/certs", HandMadePsc.json(200, "{\"keys\":[" + small + "]}"));

        var findings = diagnose(psc.proxy());

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

        var found = diagnose(psc.proxy()).get(0);

        assertEquals(problem, found.problem());
        assertEquals(severity, found.severity());
    }

    @Test
    void a_token_for_nothing_is_told() throws Exception {
        psc.answer("/token", HandMadePsc.json(200, "{\"access_token\":\"a-token\",\"token_type\":\"Bearer\"}"));

        assertEquals(
                List.of(finding(LoginProblem.PSC_ANSWER_INVALID, Severity.WARNING, Map.of())), diagnose(psc.proxy()));
    }

    @Test
    void keys_that_do_not_arrive_are_told() throws Exception {
        psc.answer(
                "/certs",
                new MockResponse.Builder()
                        .onResponseStart(new SocketEffect.CloseSocket())
                        .build());

        assertEquals(
                List.of(finding(LoginProblem.PSC_UNAVAILABLE, Severity.BLOCKING, Map.of("host", "127.0.0.1"))),
                diagnose(psc.proxy()));
    }

    /** Each would be as it should be, but for its size. */
    @Test
    void an_answer_that_is_larger_than_any_of_its_kind_is_not_read() throws Exception {
        var blanks = " ".repeat(4 << 20);

        psc.answer("/certs", HandMadePsc.json(200, HandMadePsc.published(HandMadePsc.KEY) + blanks));
        assertEquals(
                List.of(finding(LoginProblem.PSC_ANSWER_INVALID, Severity.BLOCKING, Map.of("host", "127.0.0.1"))),
                diagnose(psc.proxy()));

        psc.discovery(psc.document() + blanks);
        assertEquals(
                List.of(finding(LoginProblem.PSC_ANSWER_INVALID, Severity.BLOCKING, Map.of())), diagnose(psc.proxy()));
    }

    @Test
    void a_refusal_that_is_larger_than_any_is_no_refusal_that_can_be_right() throws Exception {
        psc.answer("/token", HandMadePsc.json(400, "{\"error\":\"invalid_grant\"}" + " ".repeat(4 << 20)));

        assertEquals(
                List.of(finding(LoginProblem.PSC_ANSWER_INVALID, Severity.WARNING, Map.of())), diagnose(psc.proxy()));
    }

    @Test
    void an_address_that_is_a_list_is_none_for_a_login() throws Exception {
        psc.discovery(psc.document().replaceAll("\"token_endpoint\": (\"[^\"]+\")", "\"token_endpoint\": [$1]"));

        assertEquals(
                List.of(finding(LoginProblem.ENVIRONMENT_MISMATCH, Severity.BLOCKING, Map.of())),
                diagnose(psc.proxy()));
    }

    @Test
    void a_member_that_stands_twice_makes_the_document_unreadable() throws Exception {
        psc.discovery(psc.document().replace("{\"issuer\"", "{\"x\":1,\"x\":1,\"issuer\""));

        assertEquals(
                List.of(finding(LoginProblem.PSC_ANSWER_INVALID, Severity.BLOCKING, Map.of())), diagnose(psc.proxy()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "[]", "{} {}", "{\"issuer\":"})
    void a_discovery_document_that_cannot_be_read(String document) throws Exception {
        psc.discovery(document);

        assertEquals(
                List.of(finding(LoginProblem.PSC_ANSWER_INVALID, Severity.BLOCKING, Map.of())), diagnose(psc.proxy()));
    }
}
