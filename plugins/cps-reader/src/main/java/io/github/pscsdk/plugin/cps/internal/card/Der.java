package io.github.pscsdk.plugin.cps.internal.card;

/** The few tags of DER that the directories use. */
final class Der {
    static final int OCTET_STRING = 0x04;
    static final int SEQUENCE = 0x30;

    private Der() {}

    /** A Path (PKCS #15 v1.1, 6.1.5): an octet string, perhaps with an offset and a length, which a CPS does not use. */
    static byte[] path(Tlv path) throws CardDataException {
        return path.child(OCTET_STRING)
                .orElseThrow(() -> new CardDataException("a path without file identifiers"))
                .value();
    }
}
