package io.github.pscsdk.testkit.internal.card;

/** Application identifiers of the CPS4 that move its channels (cps-card, section 3). */
final class ApplicationName {
    static final byte[] CHIPDOC = Hex.bytes("8025000001FF0100");
    static final byte[] CPS2TER = Hex.bytes("8025000001FF0002");
    static final byte[] SECURITY_DOMAIN = Hex.bytes("A0000001510000");

    private ApplicationName() {}
}
