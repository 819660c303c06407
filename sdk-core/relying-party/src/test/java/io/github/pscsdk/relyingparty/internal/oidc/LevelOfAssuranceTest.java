package io.github.pscsdk.relyingparty.internal.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.environment.AcrPolicy;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LevelOfAssuranceTest {
    private static final AcrPolicy STRICT = AcrPolicy.accepting(Set.of("eidas2", "eidas3"));

    private static String token(String acr) {
        return SignedTokens.with(claims -> claims.put("acr", acr));
    }

    private static PscException refusal(AcrPolicy policy, String token) {
        var failure =
                assertThrows(PscException.class, () -> Verifying.with(policy).verify(token));
        assertEquals(LoginProblem.LEVEL_NOT_ACCEPTED, failure.problem());
        return failure;
    }

    @ParameterizedTest
    @ValueSource(strings = {"eidas1", "eidas2", "eidas3"})
    void every_level_that_was_seen_is_accepted_by_default(String acr) throws Exception {
        Verifying.byDefault().accepts(token(acr));
    }

    @ParameterizedTest
    @ValueSource(strings = {"eidas0", "eidas4", "EIDAS1"})
    void a_level_that_is_not_accepted_is_named(String acr) {
        var failure = refusal(AcrPolicy.DEFAULT, token(acr));

        assertEquals(
                "PSC-048 LEVEL_NOT_ACCEPTED: level of assurance: " + acr + "; accepted: eidas1, eidas2, eidas3",
                failure.getMessage());
        assertEquals(Map.of("level", acr, "accepted", "eidas1, eidas2, eidas3"), failure.facts());
    }

    @Test
    void a_level_below_those_of_a_strict_service_is_not_accepted() throws Exception {
        assertEquals("eidas1", refusal(STRICT, token("eidas1")).facts().get("level"));
        Verifying.with(STRICT).accepts(token("eidas2"));
    }

    @Test
    void no_level_is_refused_where_one_is_required_and_accepted_where_none_may_be() throws Exception {
        assertEquals(
                "none", refusal(STRICT, SignedTokens.without("acr")).facts().get("level"));
        Verifying.with(STRICT.orNone()).accepts(SignedTokens.without("acr"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "1",
                "899999100011",
                "FICTIVE",
                "eidas10",
                "urn:FICTIVE:eidas1",
                "Dr FICTIVE AMANDINE",
                "eidas1\r\nWARN login",
                "<b>eidas1</b>"
            })
    void what_is_no_level_of_eidas_is_refused_and_not_repeated(String acr) {
        var failure = refusal(AcrPolicy.DEFAULT, token(acr));

        assertEquals(
                "PSC-048 LEVEL_NOT_ACCEPTED: level of assurance: unknown; accepted: eidas1, eidas2, eidas3",
                failure.getMessage());
        assertEquals("unknown", failure.facts().get("level"));
    }

    @Test
    void a_policy_accepts_at_least_one_level_and_only_what_may_be_one() {
        assertThrows(IllegalArgumentException.class, () -> AcrPolicy.accepting(Set.of()));
        assertThrows(IllegalArgumentException.class, () -> AcrPolicy.accepting(Set.of("eidas 1")));
    }
}
