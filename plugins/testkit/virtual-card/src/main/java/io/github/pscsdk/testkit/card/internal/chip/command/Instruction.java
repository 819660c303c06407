package io.github.pscsdk.testkit.card.internal.chip.command;

/** The instructions of these cards (cps-card, section 7; ISO 7816-4, table 4). */
public final class Instruction {
    /** With the code porteur or the unlock code, or empty to ask for the tries left. */
    public static final int VERIFY = 0x20;

    static final int MANAGE_ENVIRONMENT = 0x22;
    /** CHANGE REFERENCE DATA. */
    public static final int CHANGE_CODE = 0x24;

    static final int PERFORM_OPERATION = 0x2A;
    /** RESET RETRY COUNTER. */
    public static final int UNLOCK = 0x2C;

    public static final int MANAGE_CHANNEL = 0x70;
    public static final int GET_CHALLENGE = 0x84;
    static final int INTERNAL_AUTHENTICATE = 0x88;
    /** By identifier, path or name. */
    public static final int SELECT = 0xA4;
    /** Of the selected file. */
    public static final int READ_BINARY = 0xB0;

    public static final int GET_RESPONSE = 0xC0;
    public static final int GET_DATA = 0xCB;
    public static final int UPDATE_BINARY = 0xD6;

    private Instruction() {}
}
