package io.github.pscsdk.plugin.cps.proof;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.plugin.cps.problem.CardProblem;
import java.net.SocketTimeoutException;
import java.security.InvalidKeyException;
import java.security.ProviderException;
import java.security.SignatureException;
import java.security.cert.CertificateException;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Which problem a failure of PKCS #11 or TLS stands for; the JDK, the module and the system's loader say so in words only. */
final class ProofFailures {
    private static final int DEEPEST_CAUSE = 20;

    private static final Pattern BEYOND_LAST_SLOT =
            Pattern.compile("slotListIndex is \\d+ but token only has \\d+ slots");

    /** Linux, Windows (its words follow its language: the number is looked for too), macOS. */
    private static final Pattern OTHER_ARCHITECTURE = Pattern.compile(
            "(?i)wrong ELF class|not a valid Win32|%1 |\\b193\\b|32-bit|64-bit|incompatible architecture");

    private ProofFailures() {}

    // ---- the module ----------------------------------------------------------------------------------------------

    static boolean isBeyondLastSlot(RuntimeException failure) {
        return says(failure, BEYOND_LAST_SLOT);
    }

    /** A module that cannot be used. */
    static PscException ofModule(RuntimeException failure) {
        return says(failure, OTHER_ARCHITECTURE)
                ? new PscException(
                        CardProblem.MODULE_OF_OTHER_ARCHITECTURE,
                        "the PKCS #11 module is not for this Java, which is " + System.getProperty("os.arch"),
                        failure)
                : new PscException(CardProblem.MODULE_UNUSABLE, "the PKCS #11 module cannot be loaded", failure);
    }

    // ---- the token -----------------------------------------------------------------------------------------------

    /** A token that does not open. Told without the cause, which may be an exception of the caller's handler that quotes the code. */
    static PscException ofToken(Exception failure) {
        if (says(failure, "CKR_PIN_LOCKED")) {
            return new PscException(CardProblem.CARD_BLOCKED, "CKR_PIN_LOCKED");
        }
        if (says(failure, "CKR_PIN_INCORRECT", "CKR_PIN_LEN_RANGE", "CKR_PIN_INVALID")) {
            return new PscException(CardProblem.WRONG_CODE, "the token refuses the code");
        }
        if (isGone(failure)) {
            return new PscException(CardProblem.CARD_REMOVED, "the token left before it was opened");
        }
        // No code at all, or a dialog that was cancelled, is told by the module as well.
        var isOfTheModule = says(failure, "CKR_") && !says(failure, "CKR_FUNCTION_CANCELED", "CKR_ARGUMENTS_BAD");
        return isOfTheModule
                ? new PscException(CardProblem.CARD_UNREADABLE, "the token cannot be opened")
                : new PscException(CardProblem.CODE_NOT_GIVEN, "the token was not opened");
    }

    private static boolean isGone(Exception failure) {
        return says(
                failure, "Token has been removed", "No token present", "CKR_TOKEN_NOT_PRESENT", "CKR_DEVICE_REMOVED");
    }

    // ---- TLS: causes are kept, since they speak of the host, of TLS and of PKCS #11, and quote no client certificate

    /**
     * Before the handshake was done.
     *
     * @param isAsked whether the host had asked for the certificate. What breaks off afterwards is a refusal: many a host closes the
     *     connection while the card still signs, and its alert (RFC 8446, section 6.2) is lost
     */
    static PscException duringHandshake(Exception failure, boolean isAsked) {
        if (isGone(failure)) {
            return new PscException(CardProblem.CARD_REMOVED, "the token left during the proof", failure);
        }
        if (isOfTheKey(failure)) {
            return new PscException(CardProblem.CARD_KEY_UNUSABLE, "the card's key did not sign", failure);
        }
        if (causes(failure).anyMatch(CertificateException.class::isInstance)) {
            return new PscException(CardProblem.PROOF_HOST_NOT_TRUSTED, "the host is not trusted", failure);
        }
        if (isAsked) {
            return afterHandshake(failure);
        }
        return failure instanceof SSLException
                ? new PscException(CardProblem.TLS_NOT_AGREED, "no TLS that both sides speak", failure)
                : unreachable(failure);
    }

    /** Once the handshake is done, a host that breaks off without a word of HTTP did not like the certificate. */
    static PscException afterHandshake(Exception failure) {
        return failure instanceof SocketTimeoutException
                ? unreachable(failure)
                : new PscException(CardProblem.PROOF_REFUSED, "the host refuses the certificate", failure);
    }

    private static boolean isOfTheKey(Exception failure) {
        return causes(failure)
                        .anyMatch(cause -> cause instanceof ProviderException
                                || cause instanceof InvalidKeyException
                                || cause instanceof SignatureException)
                || says(failure, "CertificateVerify");
    }

    private static PscException unreachable(Exception failure) {
        return new PscException(CardProblem.PROOF_HOST_UNREACHABLE, "the host does not answer", failure);
    }

    // ---- what led to a failure, the failure first ----------------------------------------------------------------

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(DEEPEST_CAUSE);
    }

    private static boolean says(Throwable failure, String... words) {
        return says(failure, message -> Stream.of(words).anyMatch(message::contains));
    }

    private static boolean says(Throwable failure, Pattern pattern) {
        return says(failure, pattern.asPredicate());
    }

    private static boolean says(Throwable failure, Predicate<String> words) {
        return causes(failure).anyMatch(cause -> words.test(String.valueOf(cause.getMessage())));
    }
}
