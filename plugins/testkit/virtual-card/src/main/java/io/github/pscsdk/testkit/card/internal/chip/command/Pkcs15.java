package io.github.pscsdk.testkit.card.internal.chip.command;

import static io.github.pscsdk.testkit.card.internal.chip.data.Tlv.join;
import static io.github.pscsdk.testkit.card.internal.chip.data.Tlv.number;
import static io.github.pscsdk.testkit.card.internal.chip.data.Tlv.of;
import static io.github.pscsdk.testkit.card.internal.chip.data.Tlv.utf8;

import io.github.pscsdk.testkit.card.internal.chip.data.CardSerial;
import io.github.pscsdk.testkit.card.internal.chip.data.CardSpec;
import io.github.pscsdk.testkit.card.internal.chip.data.Hex;

/**
 * The directories of objects on the card (ISO 7816-15, also known as PKCS#15). All contents are invented but labels,
 * object ids, file identifiers up to {@code 7001}, and the stray {@code 80} at the start of EF.ATR (cps-card, section 4).
 */
final class Pkcs15 {
    private static final int SEQUENCE = 0x30;
    private static final int INTEGER = 0x02;
    private static final int BITS = 0x03;
    private static final int OCTETS = 0x04;
    private static final int ENUMERATED = 0x0A;
    private static final int TEXT = 0x0C;

    private static final byte[] AUTHENTICATION_ID = {0x20};
    private static final byte[] SIGNATURE_ID = {0x10};
    private static final byte[] CODE_ID = {0x01};

    private final boolean hasContacts;
    private final CardSpec.Generation generation;

    Pkcs15(boolean hasContacts, CardSpec.Generation generation) {
        this.hasContacts = hasContacts;
        this.generation = generation;
    }

    /** EF.DIR. */
    public byte[] application(byte[] name, String path) {
        return of(0x61, of(0x4F, name), utf8(0x50, label()), of(0x51, Hex.bytes(path)));
    }

    /** EF.ATR. */
    byte[] characteristics() {
        return join(
                Hex.bytes("80"),
                number(0x43, 0xB8),
                of(0x46, Hex.bytes("04B0ECC1")),
                of(0x47, Hex.bytes("940180")),
                of(0x4F, Hex.bytes("8025000001FF0100")),
                of(0xE0, number(0x02, 1, 4), number(0x02, 1, 4), number(0x02, 1, 0), number(0x02, 1, 0)),
                of(0x78, of(0x06, Hex.bytes("2B8122F87802"))),
                number(0x82, 0x90, 0x00));
    }

    /** ODF. */
    public byte[] objects() {
        var certificatesAndCodes = join(entry(0xA4, "7003"), entry(0xA8, "7005"));
        return hasContacts ? join(entry(0xA0, "7001"), certificatesAndCodes) : certificatesAndCodes;
    }

    private static byte[] entry(int tag, String file) {
        return of(tag, path(file));
    }

    private static byte[] path(String file) {
        return of(SEQUENCE, of(OCTETS, Hex.bytes("3F000001" + file)));
    }

    /** TokenInfo. */
    public byte[] token(String serial) {
        return of(
                SEQUENCE,
                number(INTEGER, 0),
                of(OCTETS, Hex.bytes(CardSerial.digits(serial) + "F")),
                utf8(TEXT, "CARTE FICTIVE"),
                utf8(0x80, label()),
                number(BITS, 4, 0x10));
    }

    private String label() {
        return generation == CardSpec.Generation.CPS4 ? "CPS4" : "CPS3";
    }

    /** PrKDF. */
    public byte[] keys() {
        var isCps4 = generation == CardSpec.Generation.CPS4;
        return join(
                key(
                        "CPS_PRIV_SIG",
                        SIGNATURE_ID,
                        number(BITS, 6, 0, 0x40),
                        isCps4 ? Cps4Keys.SIGNATURE : Cps3Keys.SIGNATURE),
                key(
                        "CPS_PRIV_AUT",
                        AUTHENTICATION_ID,
                        number(BITS, 5, 0x60),
                        isCps4 ? Cps4Keys.AUTHENTICATION : Cps3Keys.AUTHENTICATION));
    }

    private static byte[] key(String label, byte[] id, byte[] usage, int reference) {
        return of(
                SEQUENCE,
                of(SEQUENCE, utf8(TEXT, label), number(BITS, 7, 0x80), of(OCTETS, CODE_ID)),
                of(SEQUENCE, of(OCTETS, id), usage, number(INTEGER, 0, reference)),
                of(0xA1, of(SEQUENCE, path(""), number(INTEGER, 8, 0))));
    }

    /** CDF. */
    public byte[] certificates() {
        return hasContacts
                ? join(
                        certificate("Certificat de signature", SIGNATURE_ID, "3001"),
                        certificate("Certificat d'authentification", AUTHENTICATION_ID, "3002"))
                : certificate("Certificat technique", AUTHENTICATION_ID, "3002");
    }

    private static byte[] certificate(String label, byte[] id, String file) {
        return of(
                SEQUENCE,
                of(SEQUENCE, utf8(TEXT, label)),
                of(SEQUENCE, of(OCTETS, id)),
                of(0xA1, of(SEQUENCE, path(file))));
    }

    /** AODF: the code porteur, four ASCII digits under reference 1; nothing without contacts. */
    public byte[] codes() {
        if (!hasContacts) {
            return new byte[] {0};
        }
        return of(
                SEQUENCE,
                of(SEQUENCE, utf8(TEXT, "Code porteur"), number(BITS, 6, 0xC0)),
                of(SEQUENCE, of(OCTETS, CODE_ID)),
                of(
                        0xA1,
                        of(
                                SEQUENCE,
                                number(BITS, 4, 0x10),
                                number(ENUMERATED, 1),
                                number(INTEGER, Codes.CODE_LENGTH),
                                number(INTEGER, Codes.CODE_LENGTH),
                                number(INTEGER, Codes.CODE_LENGTH),
                                number(0x80, 1))));
    }
}
