package io.github.pscsdk.testkit.card;

/** An error of PC/SC. The JDK has an exception with the same messages, which is not accessible either. */
final class ScardException extends Exception {
    static final String NO_SERVICE = "SCARD_E_NO_SERVICE";
    static final String SERVICE_ENDED_WHILE_WAITING = "SCARD_F_COMM_ERROR";
    static final String NO_READERS = "SCARD_E_NO_READERS_AVAILABLE";
    static final String UNKNOWN_READER = "SCARD_E_UNKNOWN_READER";
    static final String READER_UNAVAILABLE = "SCARD_E_READER_UNAVAILABLE";
    static final String NO_CARD = "SCARD_E_NO_SMARTCARD";
    static final String REMOVED = "SCARD_W_REMOVED_CARD";
    static final String SHARING_VIOLATION = "SCARD_E_SHARING_VIOLATION";
    static final String PROTOCOL_MISMATCH = "SCARD_E_PROTO_MISMATCH";
    static final String UNRESPONSIVE = "SCARD_W_UNRESPONSIVE_CARD";
    static final String TIMEOUT = "SCARD_E_TIMEOUT";

    private static final long serialVersionUID = 1L;

    ScardException(String code) {
        super(code);
    }

    boolean is(String code) {
        return code.equals(getMessage());
    }
}
