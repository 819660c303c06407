package io.github.pscsdk.plugin.cps.internal.pcsc;

import io.github.pscsdk.plugin.cps.internal.card.CardAccessException;
import io.github.pscsdk.plugin.cps.internal.card.CardAccessException.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** PC/SC's return codes, in the message of {@code sun.security.smartcardio.PCSCException}, which nobody can name. */
enum PcscError {
    /** No service, or one that was restarted since. COMM_ERROR is what a wait ends with when the service is stopped. */
    SERVICE_GONE(
            Reason.SERVICE_GONE,
            "SCARD_E_NO_SERVICE",
            "SCARD_E_SERVICE_STOPPED",
            "SCARD_E_INVALID_HANDLE",
            "WINDOWS_ERROR_INVALID_HANDLE",
            "SCARD_E_SYSTEM_CANCELLED",
            "SCARD_F_COMM_ERROR"),
    /** Not an error for us: an empty list. */
    NO_READERS(Reason.READER_GONE, "SCARD_E_NO_READERS_AVAILABLE", "No terminals available"),
    READER_GONE(Reason.READER_GONE, "SCARD_E_UNKNOWN_READER", "SCARD_E_READER_UNAVAILABLE"),
    REMOVED(Reason.REMOVED, "SCARD_W_REMOVED_CARD", "SCARD_E_NO_SMARTCARD", "No card present", "has been removed"),
    RESET(Reason.RESET, "SCARD_W_RESET_CARD", "has been disconnected"),
    /** Held by another program, or by another thread of this one. */
    IN_USE(Reason.IN_USE, "SCARD_E_SHARING_VIOLATION", "Exclusive access"),
    /** 0x8010006A is "access denied" in pcsc-lite; Java knows the number under the name of another. */
    DENIED(Reason.SERVICE_GONE, "SCARD_W_SECURITY_VIOLATION", "SCARD_W_INSERTED_CARD", "0x8010006a"),
    /** Whatever else: the card does not do what it should. */
    MUTE(Reason.MUTE);

    private final Reason reason;
    private final List<String> spellings;

    PcscError(Reason reason, String... spellings) {
        this.reason = reason;
        this.spellings = List.of(spellings);
    }

    /** The meaning of a failure, from it or from what caused it. */
    static PcscError of(Throwable failure) {
        return known(failure).orElse(MUTE);
    }

    static Optional<PcscError> known(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            var message = String.valueOf(cause.getMessage());
            var known = Arrays.stream(values())
                    .filter(error -> error.spellings.stream().anyMatch(message::contains))
                    .findFirst();
            if (known.isPresent()) {
                return known;
            }
        }
        return Optional.empty();
    }

    CardAccessException asCardAccess(Throwable cause) {
        return new CardAccessException(reason, cause);
    }
}
