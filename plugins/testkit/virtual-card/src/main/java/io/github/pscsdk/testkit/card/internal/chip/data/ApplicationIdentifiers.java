package io.github.pscsdk.testkit.card.internal.chip.data;

/** Application identifiers beside that of the PKCS#15 application (cps-card, section 3). */
public final class ApplicationIdentifiers {
    public static final byte[] CHIPDOC = Hex.bytes("8025000001FF0100");
    /** The same identifier is in EF.ATR of a CPS3, where OpenSC takes it for the root; that it selects the master file is invented. */
    public static final byte[] ROOT = CHIPDOC;

    public static final byte[] CPS2TER = Hex.bytes("8025000001FF0002");
    public static final byte[] SECURITY_DOMAIN = Hex.bytes("A0000001510000");

    private ApplicationIdentifiers() {}
}
