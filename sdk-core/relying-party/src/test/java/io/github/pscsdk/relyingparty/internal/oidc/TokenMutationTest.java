package io.github.pscsdk.relyingparty.internal.oidc;

import static io.github.pscsdk.relyingparty.internal.oidc.SignedTokens.NOW;
import static io.github.pscsdk.relyingparty.internal.oidc.SignedTokens.signedAsWritten;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.jose.Payload;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.internal.async.Futures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The valid ID token and the valid logout token, each with one member changed as it is written, and signed. */
class TokenMutationTest {
    private static final String HEADER = "{\"alg\":\"RS256\",\"kid\":\"key-1\"}";
    private static final String CLAIMS = new Payload(SignedTokens.claims()).toString();
    private static final String LOGOUT_CLAIMS = new Payload(LogoutTokenTest.claims()).toString();
    private static final String UNREADABLE = "its claims cannot be read";

    private final Verifying verifying = Verifying.byDefault();
    private final TokenVerifier logouts = LogoutTokenTest.verifier();

    private static String with(String json, String members) {
        return json.replaceFirst("}$", "," + members.replace("\\", "\\\\") + "}");
    }

    private static String without(String json, String member) {
        return json.replaceFirst("\"" + member + "\":(\"[^\"]*\"|\\d+),?", "");
    }

    private void rejectsLogout(String token, String why) {
        var failure = assertThrows(PscException.class, () -> Futures.await(logouts.verifyLogout(token)));
        assertEquals(LoginProblem.LOGOUT_TOKEN_REJECTED, failure.problem());
        assertEquals("PSC-026 LOGOUT_TOKEN_REJECTED: " + why, failure.getMessage());
    }

    private void rejectsBoth(String header, String why) {
        verifying.rejects(signedAsWritten(header, CLAIMS), why);
        rejectsLogout(signedAsWritten(header, LOGOUT_CLAIMS), why);
    }

    @Test
    void as_they_are_both_are_accepted() throws Exception {
        verifying.accepts(signedAsWritten(HEADER, CLAIMS));
        Futures.await(logouts.verifyLogout(signedAsWritten(HEADER, LOGOUT_CLAIMS)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWT", "jwt", "application/jwt", "application/JWT"})
    void a_type_of_both(String type) throws Exception {
        var header = with(HEADER, "\"typ\":\"" + type + "\"");

        verifying.accepts(signedAsWritten(header, CLAIMS));
        Futures.await(logouts.verifyLogout(signedAsWritten(header, LOGOUT_CLAIMS)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"logout+jwt", "application/logout+jwt", "logout+JWT"})
    void a_type_of_logout_tokens_alone(String type) throws Exception {
        var header = with(HEADER, "\"typ\":\"" + type + "\"");

        Futures.await(logouts.verifyLogout(signedAsWritten(header, LOGOUT_CLAIMS)));
        verifying.rejects(signedAsWritten(header, CLAIMS), "it is a token of another kind");
    }

    @ParameterizedTest
    @ValueSource(strings = {"at+jwt", "application/at+jwt", "dpop+jwt", "id+jwt", "JOSE", "", "jwt ", "text/jwt"})
    void a_type_of_neither(String type) {
        rejectsBoth(with(HEADER, "\"typ\":\"" + type + "\""), "it is a token of another kind");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'crit':['exp']",
                "'crit':['b64']",
                "'crit':[]",
                "'crit':null",
                "'b64':false",
                "'b64':true",
                "'b64':false,'crit':['b64']",
                "'zip':'DEF'",
                "'zip':null"
            })
    void an_extension_of_the_header(String members) {
        rejectsBoth(with(HEADER, members.replace('\'', '"')), "its header has crit, b64 or zip");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'alg':'RS256','kid':'key-1','kid':'key-1'}",
                "{'alg':'RS256','alg':'none','kid':'key-1'}",
                "{'alg':'none','alg':'RS256','kid':'key-1'}",
                "{'alg':'RS256','kid':'key-1','x':1,'x':1}",
                "{'alg':'RS256','kid':'key-1','x':{'y':1,'y':2}}",
                "{'alg':'RS256','kid':7}",
                "{'alg':256,'kid':'key-1'}",
                "{'alg':['RS256'],'kid':'key-1'}",
                "{'alg':'RS256','kid':'key-1','typ':7}",
                "{'alg':'RS256','kid':'key-1'} {}",
                "['RS256']",
                "null",
                "7",
                ""
            })
    void a_header_that_cannot_be_read(String header) {
        rejectsBoth(header.replace('\'', '"'), "it cannot be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "NONE", "HS256", "RS384", "RS512", "PS256", "ES256", "rs256", ""})
    void another_algorithm(String algorithm) {
        rejectsBoth("{\"alg\":\"" + algorithm + "\",\"kid\":\"key-1\"}", "its algorithm is not accepted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"kid\":\"key-1\"}", "{\"alg\":null,\"kid\":\"key-1\"}", "{}"})
    void no_algorithm(String header) {
        rejectsBoth(header, "its algorithm is not accepted");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'sub':'f:00000000-0000-4000-8000-000000000001:899999100011'",
                "'iss':'https://auth.example.test/auth/realms/esante-wallet'",
                "'aud':'editeur-demo'",
                "'exp':1900000000",
                "'typ':'ID'",
                "'new':1,'new':1",
                "'new':{'a':1,'a':2}",
                "'new':[[{'a':1}, {'b':{'c':1,'c':2}}]]",
                "'1':1,'2':1,'3':1,'4':1,'5':1,'6':1,'7':1,'8':1,'9':1,'10':1,'11':1,'12':1,'13':1,'14':1,'15':1,'16':1,'17':1,"
                        + "'18':1,'19':1,'20':1,'21':1,'22':1,'23':1,'24':1,'25':1,'26':1,'27':1,'28':1,'29':1,'30':1,'31':1,"
                        + "'32':1,'33':1,'34':1,'33':1"
            })
    void a_claim_that_stands_there_twice(String members) {
        var more = members.replace('\'', '"');

        verifying.rejects(signedAsWritten(HEADER, with(CLAIMS, more)), UNREADABLE);
        rejectsLogout(signedAsWritten(HEADER, with(LOGOUT_CLAIMS, more)), UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "7.5", "true", "{}", "['899999100011']", "[]"})
    void a_subject_that_is_no_text(String subject) {
        var member = "\"sub\":" + subject.replace('\'', '"');

        verifying.rejects(signedAsWritten(HEADER, with(without(CLAIMS, "sub"), member)), UNREADABLE);
        rejectsLogout(signedAsWritten(HEADER, with(without(LOGOUT_CLAIMS, "sub"), member)), UNREADABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "exp, 9000000000000000000, its exp cannot be",
        "exp, 9e18, its exp cannot be",
        "exp, 1e19, its claims cannot be read",
        "exp, 1e400, its claims cannot be read",
        "exp, -1e400, its claims cannot be read",
        "exp, 9223372036854775808, its claims cannot be read",
        "exp, -9223372036854775808, it has expired",
        "iat, 9e18, it was made in the future",
        "iat, 1e400, its claims cannot be read",
        "iat, -9223372036854775808, it was made too long ago",
        "nbf, 9e18, it is not valid yet",
        "nbf, 1e400, its claims cannot be read",
        "exp, true, its claims cannot be read",
        "exp, [], its claims cannot be read",
        "exp, null, it lacks exp or iat",
        "iat, null, it lacks exp or iat"
    })
    void a_time_that_cannot_be(String claim, String value, String why) {
        var member = "\"" + claim + "\":" + value;

        verifying.rejects(signedAsWritten(HEADER, with(without(CLAIMS, claim), member)), why);
        rejectsLogout(signedAsWritten(HEADER, with(without(LOGOUT_CLAIMS, claim), member)), why);
    }

    @ParameterizedTest
    @CsvSource({
        "9e18, its auth_time cannot be",
        "1e400, its claims cannot be read",
        "-1, its auth_time cannot be",
        "-9223372036854775808, its auth_time cannot be"
    })
    void a_time_of_authentication_that_cannot_be(String value, String why) {
        var claims = with(without(CLAIMS, "auth_time"), "\"auth_time\":" + value);

        verifying.rejects(signedAsWritten(HEADER, claims), why);
    }

    @Test
    void a_time_of_a_million_digits() {
        var claims = with(without(CLAIMS, "exp"), "\"exp\":" + "9".repeat(1_000_000));

        verifying.rejects(signedAsWritten(HEADER, claims), UNREADABLE);
    }

    @Test
    void not_valid_before_a_time_that_is_still_to_come() throws Exception {
        var within = NOW.getEpochSecond() + 60;

        verifying.accepts(signedAsWritten(HEADER, with(CLAIMS, "\"nbf\":" + within)));
        verifying.rejects(signedAsWritten(HEADER, with(CLAIMS, "\"nbf\":" + (within + 1))), "it is not valid yet");
        rejectsLogout(signedAsWritten(HEADER, with(LOGOUT_CLAIMS, "\"nbf\":" + (within + 1))), "it is not valid yet");
    }
}
