package io.github.pscsdk.plugin.cps.proof;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.plugin.cps.problem.CardProblem;
import java.net.SocketTimeoutException;
import java.security.InvalidKeyException;
import java.security.ProviderException;
import java.security.SignatureException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;

/** Why TLS failed. Causes are kept: they speak of the host, of TLS and of PKCS #11, and quote no client certificate. */
final class HandshakeFailure {
    private HandshakeFailure() {}

    /**
     * Before the handshake was done.
     *
     * @param isAsked whether the host had asked for the certificate. What breaks off afterwards is a refusal: many a host closes the
     *     connection while the card still signs, and its alert (RFC 8446, section 6.2) is lost
     */
    static PscException during(Exception failure, boolean isAsked) {
        if (LoginFailure.isGone(failure)) {
            return new PscException(CardProblem.CARD_REMOVED, "the token left during the proof", failure);
        }
        if (isOfTheKey(failure)) {
            return new PscException(CardProblem.CARD_KEY_UNUSABLE, "the card's key did not sign", failure);
        }
        if (Causes.of(failure).anyMatch(CertificateException.class::isInstance)) {
            return new PscException(CardProblem.PROOF_HOST_NOT_TRUSTED, "the host is not trusted", failure);
        }
        if (isAsked) {
            return afterwards(failure);
        }
        return failure instanceof SSLException
                ? new PscException(CardProblem.TLS_NOT_AGREED, "no TLS that both sides speak", failure)
                : unreachable(failure);
    }

    /** Once the handshake is done, a host that breaks off without a word of HTTP did not like the certificate. */
    static PscException afterwards(Exception failure) {
        return failure instanceof SocketTimeoutException ? unreachable(failure) : refused(failure);
    }

    private static boolean isOfTheKey(Exception failure) {
        return Causes.of(failure)
                        .anyMatch(cause -> cause instanceof ProviderException
                                || cause instanceof InvalidKeyException
                                || cause instanceof SignatureException)
                || Causes.say(failure, "CertificateVerify");
    }

    private static PscException refused(Exception failure) {
        return new PscException(CardProblem.PROOF_REFUSED, "the host refuses the certificate", failure);
    }

    private static PscException unreachable(Exception failure) {
        return new PscException(CardProblem.PROOF_HOST_UNREACHABLE, "the host does not answer", failure);
    }
}
