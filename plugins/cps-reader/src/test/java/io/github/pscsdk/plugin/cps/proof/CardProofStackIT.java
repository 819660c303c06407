package io.github.pscsdk.plugin.cps.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.plugin.cps.CpsSettings;
import io.github.pscsdk.plugin.cps.problem.CardProblem;
import io.github.pscsdk.plugin.cps.proof.ProofServer.Mood;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.security.Security;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import javax.security.auth.callback.CallbackHandler;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The proof through the JDK's PKCS #11 provider and a real module, to a host on the loopback. */
@ExtendWith(OnSoftToken.class)
class CardProofStackIT {
    private static final NationalId HOLDER = new NationalId("899700075122");
    private static final String[] BOTH = {"TLSv1.3", "TLSv1.2"};
    private static final Clock NOW = Clock.systemUTC();

    private static TestPair authentication;

    private final CodeHandler person = new CodeHandler(SoftToken.CODE);

    @BeforeAll
    static void a_card_whose_labels_lie() throws Exception {
        authentication = TestPair.forAuthentication(HOLDER.value());
        var token = SoftToken.make();
        token.put(TestPair.forSignature(HOLDER.value()), "10", "CPS_PRIV_AUT");
        token.put(authentication, "20", "CPS_PRIV_SIG");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void a_cps4_proves_itself_in_both_versions_of_tls_with_the_pair_20(String version) throws Exception {
        try (var host = new ProofServer(Mood.ACCEPTS, version)) {
            var proven = prove(host, CardGeneration.CPS4, NOW, person);

            assertEquals(authentication.certificate(), host.seen().take());
            assertEquals(new ProvenCard(authentication.certificate(), Optional.of(HOLDER), version), proven);
        }
    }

    @Test
    void a_cps3_proves_itself_in_tls_1_2_although_the_host_prefers_1_3() throws Exception {
        try (var host = new ProofServer(Mood.ACCEPTS, BOTH)) {
            var proven = prove(host, CardGeneration.CPS3, NOW, person);

            assertEquals(authentication.certificate(), host.seen().take());
            assertEquals("TLSv1.2", proven.tlsVersion());
        }
    }

    @Test
    void a_host_without_tls_1_2_is_none_for_a_cps3() throws Exception {
        try (var host = new ProofServer(Mood.ACCEPTS, "TLSv1.3")) {
            assertEquals(CardProblem.TLS_NOT_AGREED, problem(host, CardGeneration.CPS3, NOW, person));
        }
    }

    @Test
    void a_cps3_signs_what_java_has_hashed_and_never_with_pss() throws Exception {
        try (var host = new ProofServer(Mood.ACCEPTS, BOTH)) {
            prove(host, CardGeneration.CPS3, NOW, person);

            assertNull(person.provider().getService("Signature", "RSASSA-PSS"));
            var mechanism =
                    person.provider().getService("Signature", "SHA256withRSA").toString();
            assertTrue(mechanism.contains("(CKM_RSA_PKCS)"), mechanism);
        }
    }

    @Test
    void a_wrong_code_is_asked_for_once_shown_nowhere_and_the_next_proof_works() throws Exception {
        var wrong = new CodeHandler("9157");
        try (var host = new ProofServer(Mood.ACCEPTS, BOTH);
                var log = new WholeLog()) {
            var failure = assertThrows(PscException.class, () -> prove(host, CardGeneration.CPS4, NOW, wrong));

            assertEquals(CardProblem.WRONG_CODE, failure.problem());
            assertEquals(1, wrong.asked());
            assertFalse(trace(failure).contains("9157"));
            prove(host, CardGeneration.CPS4, NOW, person);
            assertFalse(log.text().contains("9157"));
            assertFalse(log.text().contains(SoftToken.CODE));
        }
    }

    @Test
    void each_proof_asks_for_the_code_once_and_leaves_no_provider_behind() throws Exception {
        try (var host = new ProofServer(Mood.ACCEPTS, BOTH)) {
            var proof = proof(host, CardGeneration.CPS4, NOW);
            proof.prove(host.address(), person);
            proof.prove(host.address(), person);

            assertEquals(2, person.asked());
            assertNoProviderIsLeft();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void a_host_that_does_not_want_the_certificate_refuses_it_in_either_version(String version) throws Exception {
        try (var host = new ProofServer(Mood.REFUSES, version)) {
            assertEquals(CardProblem.PROOF_REFUSED, problem(host, CardGeneration.CPS4, NOW, person));
        }
    }

    @Test
    void a_host_that_answers_403_refuses_too() throws Exception {
        try (var host = new ProofServer(Mood.FORBIDS, BOTH)) {
            assertEquals(CardProblem.PROOF_REFUSED, problem(host, CardGeneration.CPS4, NOW, person));
        }
    }

    @Test
    void a_host_that_does_not_ask_for_the_certificate_proves_nothing() throws Exception {
        try (var host = new ProofServer(Mood.DOES_NOT_ASK, BOTH)) {
            assertEquals(CardProblem.PROOF_NOT_ASKED, problem(host, CardGeneration.CPS4, NOW, person));
        }
    }

    @Test
    void a_host_that_nobody_vouches_for_never_sees_the_certificate() throws Exception {
        try (var host = new ProofServer(Mood.ACCEPTS, BOTH)) {
            var proof = CardProof.through(settings(NOW), CardGeneration.CPS4);

            var failure = assertThrows(PscException.class, () -> proof.prove(host.address(), person));

            assertEquals(CardProblem.PROOF_HOST_NOT_TRUSTED, failure.problem());
            assertTrue(host.seen().isEmpty());
        }
    }

    @Test
    void a_host_that_is_not_there_is_unreachable() throws Exception {
        var host = new ProofServer(Mood.ACCEPTS, BOTH);
        host.close();

        assertEquals(CardProblem.PROOF_HOST_UNREACHABLE, problem(host, CardGeneration.CPS4, NOW, person));
        assertNoProviderIsLeft();
    }

    @Test
    void dates_of_the_certificate_are_looked_at_before_the_host_is() throws Exception {
        var later = Clock.fixed(TestPair.NOT_AFTER.plus(Duration.ofDays(1)), ZoneOffset.UTC);
        var earlier = Clock.fixed(TestPair.NOT_BEFORE.minus(Duration.ofDays(1)), ZoneOffset.UTC);
        try (var host = new ProofServer(Mood.ACCEPTS, BOTH)) {
            assertEquals(CardProblem.CERTIFICATE_EXPIRED, problem(host, CardGeneration.CPS4, later, person));
            assertEquals(CardProblem.CERTIFICATE_NOT_YET_VALID, problem(host, CardGeneration.CPS4, earlier, person));
            assertTrue(host.seen().isEmpty());
        }
    }

    @Test
    void a_module_that_does_not_ask_by_itself_needs_somebody_who_does() throws Exception {
        try (var host = new ProofServer(Mood.ACCEPTS, BOTH)) {
            var proof = proof(host, CardGeneration.CPS4, NOW);

            var failure = assertThrows(PscException.class, () -> proof.prove(host.address()));

            assertEquals(CardProblem.CODE_NOT_GIVEN, failure.problem());
        }
    }

    @Test
    void a_dialog_that_fails_with_the_code_in_its_words_is_not_quoted() throws Exception {
        CallbackHandler chatty = callbacks -> {
            throw new IOException("refused " + SoftToken.CODE);
        };
        try (var host = new ProofServer(Mood.ACCEPTS, BOTH)) {
            var failure = assertThrows(PscException.class, () -> prove(host, CardGeneration.CPS4, NOW, chatty));

            assertEquals(CardProblem.CODE_NOT_GIVEN, failure.problem());
            assertFalse(trace(failure).contains(SoftToken.CODE));
        }
    }

    @Test
    void a_dialog_that_is_cancelled_gives_no_code() throws Exception {
        CallbackHandler cancelled = callbacks -> {};
        try (var host = new ProofServer(Mood.ACCEPTS, BOTH)) {
            assertEquals(CardProblem.CODE_NOT_GIVEN, problem(host, CardGeneration.CPS4, NOW, cancelled));
        }
    }

    private static ProvenCard prove(ProofServer host, CardGeneration generation, Clock clock, CallbackHandler code)
            throws Exception {
        return proof(host, generation, clock).prove(host.address(), code);
    }

    private static Problem problem(ProofServer host, CardGeneration generation, Clock clock, CallbackHandler code) {
        return assertThrows(PscException.class, () -> prove(host, generation, clock, code))
                .problem();
    }

    private static CardProof proof(ProofServer host, CardGeneration generation, Clock clock) throws Exception {
        return CardProof.through(settings(clock), generation).trusting(host.authorities());
    }

    private static CpsSettings settings(Clock clock) {
        return CpsSettings.builder()
                .pkcs11Module(SoftToken.library())
                .clock(clock)
                .build();
    }

    private static void assertNoProviderIsLeft() {
        assertTrue(Arrays.stream(Security.getProviders())
                .noneMatch(provider -> provider.getName().contains("CardProof")));
    }

    private static String trace(Throwable failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
