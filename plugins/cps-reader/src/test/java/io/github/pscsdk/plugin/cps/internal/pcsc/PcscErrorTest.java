package io.github.pscsdk.plugin.cps.internal.pcsc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javax.smartcardio.CardException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PcscErrorTest {
    @ParameterizedTest
    @CsvSource({
        "SCARD_E_NO_SERVICE, SERVICE_GONE",
        "SCARD_E_SERVICE_STOPPED, SERVICE_GONE",
        "SCARD_E_INVALID_HANDLE, SERVICE_GONE",
        "WINDOWS_ERROR_INVALID_HANDLE, SERVICE_GONE",
        "SCARD_F_COMM_ERROR, SERVICE_GONE",
        "SCARD_E_NO_READERS_AVAILABLE, NO_READERS",
        "No terminals available, NO_READERS",
        "SCARD_E_UNKNOWN_READER, READER_GONE",
        "SCARD_E_READER_UNAVAILABLE, READER_GONE",
        "SCARD_W_REMOVED_CARD, REMOVED",
        "SCARD_E_NO_SMARTCARD, REMOVED",
        "Card has been removed, REMOVED",
        "SCARD_W_RESET_CARD, RESET",
        "SCARD_E_SHARING_VIOLATION, IN_USE",
        "Exclusive access established by another Thread, IN_USE",
        "SCARD_W_INSERTED_CARD, DENIED",
        "SCARD_W_UNRESPONSIVE_CARD, MUTE",
        "SCARD_E_PROTO_MISMATCH, MUTE",
        "Unknown error 0x80100123, MUTE"
    })
    void a_return_code_is_found_in_whatever_java_wraps_it_in(String code, PcscError meaning) {
        var wrapped = new CardException("connect() failed", new IllegalStateException(code));

        assertEquals(meaning, PcscError.of(wrapped));
        assertEquals(meaning, PcscError.of(new CardException(code)));
    }

    @Test
    void a_failure_without_words_is_a_card_that_does_not_answer() {
        assertEquals(PcscError.MUTE, PcscError.of(new CardException((String) null)));
    }
}
