package io.github.pscsdk.plugin.cps.internal.card;

/** The two last bytes of an answer (ISO/IEC 7816-4, table 6), as far as a CPS gives them. */
final class StatusWord {
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

    private StatusWord() {}

    /** 61xx: xx bytes wait for GET RESPONSE. */
    static boolean hasMore(int statusWord) {
        return statusWord >> 8 == MORE_DATA;
    }

    /** 6Cxx: the same again with Le = xx. */
    static boolean wantsOtherLength(int statusWord) {
        return statusWord >> 8 == OTHER_LENGTH;
    }

    /** 63Cx: x tries left. */
    static boolean countsTries(int statusWord) {
        return (statusWord & 0xFFF0) == TRIES;
    }

    /** The x of 63Cx. */
    static int tries(int statusWord) {
        return statusWord & 0xF;
    }
}
