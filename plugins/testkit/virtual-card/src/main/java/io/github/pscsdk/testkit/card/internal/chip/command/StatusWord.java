package io.github.pscsdk.testkit.card.internal.chip.command;

/** The status words of these cards (cps-card, section 7; ISO 7816-4, table 6). */
public final class StatusWord {
    public static final int OK = 0x9000;
    public static final int MORE_DATA = 0x6100;
    static final int END_OF_FILE = 0x6282;
    static final int TRIES_LEFT = 0x63C0;
    public static final int WRONG_LENGTH = 0x6700;
    static final int NO_SUCH_CHANNEL = 0x6881;
    static final int CODE_NEEDED = 0x6982;
    public static final int BLOCKED = 0x6983;
    public static final int CONDITIONS = 0x6985;
    static final int NO_FILE_SELECTED = 0x6986;
    static final int WRONG_DATA = 0x6A80;
    public static final int NOT_FOUND = 0x6A82;
    static final int WRONG_P1P2 = 0x6A86;
    static final int NO_SUCH_REFERENCE = 0x6A88;
    static final int WRONG_OFFSET = 0x6B00;
    public static final int WRONG_LE = 0x6C00;
    static final int UNKNOWN_INSTRUCTION = 0x6D00;
    public static final int WRONG_CLASS = 0x6E00;

    /** Of the CPS2ter application. */
    public static final int LEGACY_DATA = 0x9F00;

    static final int LEGACY_INVALID_CODE = 0x9802;
    static final int LEGACY_WRONG_CODE = 0x9804;
    static final int LEGACY_BLOCKED = 0x9840;
    static final int LEGACY_NOT_FOUND = 0x9404;

    private StatusWord() {}
}
