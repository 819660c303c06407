package io.github.pscsdk.plugin.cps.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.plugin.cps.problem.CardProblem;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.security.ProviderException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

class HandshakeFailureTest {
    @Test
    void a_card_that_left_during_the_handshake_is_told_from_a_key_that_does_not_sign() {
        assertEquals(CardProblem.CARD_REMOVED, problem(new ProviderException("Token has been removed"), true));
        assertEquals(CardProblem.CARD_KEY_UNUSABLE, problem(new ProviderException("CKR_KEY_TYPE_INCONSISTENT"), true));
        assertEquals(
                CardProblem.CARD_KEY_UNUSABLE,
                problem(new SSLHandshakeException("No supported CertificateVerify signature algorithm"), true));
    }

    @Test
    void a_connection_that_breaks_off_is_a_refusal_only_once_the_certificate_was_asked_for() {
        var broken = new SocketException("Connection reset");

        assertEquals(CardProblem.PROOF_REFUSED, problem(broken, true));
        assertEquals(CardProblem.PROOF_HOST_UNREACHABLE, problem(broken, false));
    }

    @Test
    void a_host_that_falls_silent_has_not_refused() {
        assertEquals(CardProblem.PROOF_HOST_UNREACHABLE, problem(new SocketTimeoutException(), true));
    }

    @Test
    void an_alert_before_any_certificate_is_about_the_version() {
        var alert = new SSLHandshakeException("Received fatal alert: protocol_version");

        assertEquals(CardProblem.TLS_NOT_AGREED, problem(alert, false));
    }

    private static Problem problem(Exception failure, boolean isAsked) {
        return ProofFailures.duringHandshake(failure, isAsked).problem();
    }
}
