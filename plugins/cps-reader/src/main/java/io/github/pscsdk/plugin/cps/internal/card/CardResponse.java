package io.github.pscsdk.plugin.cps.internal.card;

import java.util.Arrays;

/** A card's response: data and the status word, its two last bytes (ISO/IEC 7816-4, table 6), as far as a CPS gives them. */
final class CardResponse {
    static final int OK = 0x9000;
    static final int END_OF_FILE = 0x6282;
    static final int CODE_NEEDED = 0x6982;
    static final int BLOCKED = 0x6983;
    static final int CONDITIONS = 0x6985;
    static final int NOT_FOUND = 0x6A82;
    static final int BEYOND_THE_END = 0x6B00;
    static final int WRONG_CLASS = 0x6E00;

    private static final int MORE_DATA = 0x61;
    private static final int OTHER_LENGTH = 0x6C;
    private static final int TRIES = 0x63C0;

    private final byte[] data;
    private final int statusWord;

    private CardResponse(byte[] data, int statusWord) {
        this.data = data;
        this.statusWord = statusWord;
    }

    static CardResponse of(byte[] response) throws CardAccessException {
        if (response.length < 2) {
            // A card that says nothing at all is one that has just been pulled.
            throw new CardAccessException(CardAccessException.Reason.REMOVED, null);
        }
        var length = response.length - 2;
        var statusWord = (response[length] & 0xFF) << 8 | response[length + 1] & 0xFF;
        return new CardResponse(Arrays.copyOf(response, length), statusWord);
    }

    byte[] data() {
        return data;
    }

    int statusWord() {
        return statusWord;
    }

    boolean isOk() {
        return statusWord == OK;
    }

    /** 61xx: xx bytes wait for GET RESPONSE. */
    boolean hasMore() {
        return statusWord >> 8 == MORE_DATA;
    }

    /** 6Cxx: the same command again with Le = xx. */
    boolean wantsOtherLength() {
        return statusWord >> 8 == OTHER_LENGTH;
    }

    /** The xx of 61xx and 6Cxx. */
    byte length() {
        return (byte) statusWord;
    }

    /** 63Cx: x tries left. */
    boolean countsTries() {
        return (statusWord & 0xFFF0) == TRIES;
    }

    /** The x of 63Cx. */
    int tries() {
        return statusWord & 0xF;
    }

    /** This response's data, then the other's, with the other's status. */
    CardResponse then(CardResponse next) {
        var all = Arrays.copyOf(data, data.length + next.data.length);
        System.arraycopy(next.data, 0, all, data.length, next.data.length);
        return new CardResponse(all, next.statusWord);
    }
}
