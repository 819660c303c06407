package io.github.pscsdk.relyingparty.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.TextNode;
import io.github.pscsdk.relyingparty.internal.json.CompactToken.Header;
import io.github.pscsdk.relyingparty.internal.json.RelyingPartyJson.UnreadableJsonException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers and claims of tokens: each member has the type that its specification says, or the token cannot be read. */
class TokenDocumentsTest {
    private static byte[] bytes(String json) {
        return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    private static IdTokenClaims claims(String json) throws UnreadableJsonException {
        return IdTokenClaims.read(bytes(json));
    }

    private static Header header(String json) throws UnreadableJsonException {
        return Header.read(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(json)));
    }

    @Test
    void every_claim_is_read_from_its_own_member() throws Exception {
        var read = claims("""
                {'iss':'i','sub':'s','aud':['a','b'],'azp':'z','exp':1,'iat':2,'nbf':3,'auth_time':4,'nonce':'n','at_hash':'h','acr':'r',\
                'typ':'t','session_state':'ss','sid':'d','authMode':'m','SubjectNameID':'ni','PSISubjectNameID':'pi','preferred_username':'u',\
                'more':{'a':[1]}}""");

        assertEquals(
                new IdTokenClaims(
                        "i",
                        "s",
                        List.of("a", "b"),
                        Optional.of("z"),
                        1L,
                        2L,
                        Optional.of(3L),
                        Optional.of(4L),
                        Optional.of("n"),
                        Optional.of("h"),
                        Optional.of("r"),
                        Optional.of("t"),
                        Optional.of("ss"),
                        Optional.of("d"),
                        TextNode.valueOf("m"),
                        Optional.of("ni"),
                        Optional.of("pi"),
                        Optional.of("u")),
                read);
        assertEquals("IdTokenClaims[]", read.toString());
    }

    @Test
    void a_claim_that_is_null_or_missing_is_none() throws Exception {
        var read = claims("{'iss':null,'aud':null,'exp':null,'nonce':null,'authMode':null}");

        assertNull(read.issuer());
        assertNull(read.audience());
        assertNull(read.expiresAt());
        assertEquals(Optional.empty(), read.nonce());
        assertEquals(Optional.empty(), read.authMode());
        assertEquals(Optional.empty(), read.acr());
    }

    @Test
    void one_audience_may_be_written_without_a_list_and_times_with_a_fraction() throws Exception {
        var read = claims("{'aud':'a','exp':1.9,'iat':-1}");

        assertEquals(List.of("a"), read.audience());
        assertEquals(1L, read.expiresAt());
        assertEquals(-1L, read.issuedAt());
        assertEquals(List.of(), claims("{'aud':[]}").audience());
    }

    @Test
    void a_means_of_another_type_is_none_and_the_claims_after_it_are_read() throws Exception {
        var read = claims("{'authMode':{'a':[1]},'PSISubjectNameID':'','sub':'s'}");

        assertEquals(Optional.empty(), read.authMode());
        assertEquals("s", read.subject());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'iss':1}",
                "{'sub':true}",
                "{'aud':1}",
                "{'aud':[null]}",
                "{'aud':['a',null]}",
                "{'PSISubjectNameID':['x']}",
                "{'SubjectNameID':1}",
                "{'aud':[1]}",
                "{'aud':['a',['b']]}",
                "{'aud':{'a':'b'}}",
                "{'exp':'1'}",
                "{'iat':true}",
                "{'exp':1e400}",
                "{'exp':99999999999999999999}",
                "{'nonce':['n']}",
                "{'SubjectNameID':1}",
                "{'sub':'a','sub':'a'}",
                "{'authMode':{'a':1,'a':1}}",
                "[]",
                "'text'",
                "null",
                "",
                "{'sub':'a'} {}",
                "{'sub':'a'"
            })
    void claims_of_another_type_or_twice_cannot_be_read(String json) {
        assertThrows(UnreadableJsonException.class, () -> claims(json));
    }

    @Test
    void a_header_names_algorithm_key_and_type() throws Exception {
        assertEquals(
                new Header(Optional.of("RS256"), Optional.of("key-1"), Optional.of("jwt"), false),
                header("{'alg':'RS256','kid':'key-1','typ':'JWT'}"));
        assertEquals(new Header(Optional.empty(), Optional.empty(), Optional.empty(), false), header("{}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'crit':['exp']", "'crit':null", "'b64':false", "'b64':null", "'zip':'DEF'", "'zip':null"})
    void a_header_with_an_extension_asks_for_more_whatever_its_value(String member) throws Exception {
        assertTrue(header("{'alg':'RS256'," + member + "}").asksForMore());
        assertFalse(header("{'alg':'RS256','x':1}").asksForMore());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'alg':1}", "{'alg':'RS256','alg':'RS256'}", "{'kid':{}}", "[]", "no json"})
    void a_header_that_is_none_cannot_be_read(String json) {
        assertThrows(UnreadableJsonException.class, () -> header(json));
    }

    @Test
    void a_header_that_is_not_encoded_cannot_be_read() {
        assertThrows(UnreadableJsonException.class, () -> Header.read("{}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'events':{'http://schemas.openid.net/event/backchannel-logout':{}}} | true",
                "{'events':{'http://schemas.openid.net/event/backchannel-logout':{'a':1},'x':{}}} | true",
                "{'events':{'http://schemas.openid.net/event/backchannel-logout':null}} | false",
                "{'events':{'http://schemas.openid.net/event/backchannel-logout':true}} | false",
                "{'events':{'http://schemas.openid.net/event/another':{}}} | false",
                "{'events':['http://schemas.openid.net/event/backchannel-logout']} | false",
                "{'events':null} | false",
                "{} | false"
            })
    void a_logout_token_has_the_event_of_a_logout(String json, boolean logout) throws Exception {
        assertEquals(logout, LogoutTokenClaims.read(bytes(json)).isLogout());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'nonce':'n'} | true",
                "{'nonce':''} | true",
                "{'nonce':null} | true",
                "{'nonce':{}} | true",
                "{} | false"
            })
    void a_nonce_is_there_whatever_its_value(String json, boolean there) throws Exception {
        assertEquals(there, LogoutTokenClaims.read(bytes(json)).hasNonce());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'aud':[null]}", "{'aud':1}", "{'exp':'1'}", "{'sid':1}", "{'jti':'a','jti':'a'}"})
    void a_logout_token_with_a_claim_of_another_type_or_twice_cannot_be_read(String json) {
        assertThrows(UnreadableJsonException.class, () -> LogoutTokenClaims.read(bytes(json)));
    }

    @Test
    void the_claims_of_a_logout_token_are_not_printed() throws Exception {
        assertEquals(
                "LogoutTokenClaims[]",
                LogoutTokenClaims.read(bytes("{'sub':'s'}")).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "urn:ietf:params:oauth:token-type:refresh_token",
                "urn:ietf:params:oauth:token-type:id_token",
                "access_token",
                ""
            })
    void an_exchange_that_issues_another_token_is_refused(String type) throws Exception {
        var answer = "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"issued_token_type\":\"%s\"}";
        var accessToken = answer.formatted(TokenAnswer.ACCESS_TOKEN).getBytes(StandardCharsets.UTF_8);
        var another = answer.formatted(type).getBytes(StandardCharsets.UTF_8);

        assertEquals("a", TokenAnswer.read(accessToken).accessToken());
        assertThrows(UnreadableJsonException.class, () -> TokenAnswer.read(another));
    }

    @Test
    void keycloak_names_the_refresh_token_where_it_gives_both() throws Exception {
        var both = """
                {"access_token":"a","refresh_token":"r","token_type":"Bearer",
                 "issued_token_type":"urn:ietf:params:oauth:token-type:refresh_token"}
                """;

        assertEquals(
                "a", TokenAnswer.read(both.getBytes(StandardCharsets.UTF_8)).accessToken());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " a", "a ", "a b"})
    void an_access_token_that_no_header_could_carry_is_refused(String token) {
        var answer = bytes("{'access_token':'" + token + "','token_type':'Bearer'}");

        assertThrows(UnreadableJsonException.class, () -> TokenAnswer.read(answer));
    }
}
