package io.github.pscsdk.plugin.cps.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.plugin.cps.problem.CardProblem;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which pair of a token logs in; a store in memory stands for the token. */
class AuthenticationPairTest {
    private static final String HOLDER = "899700075122";

    private static TestPair authentication;
    private static TestPair signature;

    private KeyStore token;

    @BeforeAll
    static void both_pairs_of_a_card() throws Exception {
        authentication = TestPair.forAuthentication(HOLDER);
        signature = TestPair.forSignature(HOLDER);
    }

    @BeforeEach
    void anEmptyToken() throws Exception {
        token = KeyStore.getInstance("PKCS12");
        token.load(null, null);
    }

    @Test
    void the_pair_for_signatures_is_passed_over_wherever_it_stands() throws Exception {
        put("a", signature);
        put("b", authentication);
        put("c", signature);

        assertEquals(authentication.certificate(), AuthenticationPair.in(token).certificate());
    }

    @Test
    void a_token_without_a_pair_that_logs_in_has_none() throws Exception {
        put("a", signature);

        assertEquals(CardProblem.NO_AUTHENTICATION_KEY, problem());
    }

    @Test
    void between_two_that_fit_nobody_guesses() throws Exception {
        put("a", authentication);
        put("b", TestPair.forAuthentication(HOLDER));

        assertEquals(CardProblem.NO_AUTHENTICATION_KEY, problem());
    }

    private Problem problem() {
        return assertThrows(PscException.class, () -> AuthenticationPair.in(token))
                .problem();
    }

    /** Without a password: the key of a card has none either, once its code was given. */
    private void put(String alias, TestPair pair) throws Exception {
        token.setKeyEntry(alias, pair.key(), null, new X509Certificate[] {pair.certificate()});
    }
}
