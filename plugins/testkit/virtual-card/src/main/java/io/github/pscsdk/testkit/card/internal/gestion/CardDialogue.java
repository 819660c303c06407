package io.github.pscsdk.testkit.card.internal.gestion;

import io.github.pscsdk.testkit.card.internal.crypto.Digest;
import io.github.pscsdk.testkit.card.internal.gestion.PinPad.Verdict;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HexFormat;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CommandAPDU;

/** The few commands that CPS-Gestion needs, for a card of either generation, with exclusive access. */
final class CardDialogue implements AutoCloseable {
    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] CERTIFICATE = HEX.parseHex("00013002");
    private static final int BLOCK = 256;
    private static final int PART = 128;

    private final Card card;
    private final CardChannel channel;
    private final boolean isCps4;

    private CardDialogue(Card card) throws CardException {
        this.card = card;
        var historical = card.getATR().getHistoricalBytes();
        // Six bytes of the family, then 04 somewhere in the next two (cps-card, section 2).
        this.isCps4 = historical.length > 7 && (historical[6] == 4 || historical[7] == 4);
        this.channel = isCps4 ? card.openLogicalChannel() : card.getBasicChannel();
        if (isCps4) {
            data(new CommandAPDU(0, 0xA4, 4, 0x0C, HEX.parseHex("8025000001ff0100")));
        }
    }

    static CardDialogue with(CardTerminal reader) throws CardException {
        var card = reader.connect("*");
        try {
            card.beginExclusive();
            return new CardDialogue(card);
        } catch (CardException e) {
            card.disconnect(true);
            throw e;
        }
    }

    X509Certificate certificate() throws CardException, GeneralSecurityException {
        data(new CommandAPDU(0, 0xA4, 8, 0x0C, CERTIFICATE));
        var content = new ByteArrayOutputStream();
        var head = data(new CommandAPDU(0, 0xB0, 0, 0, 4));
        var size = 4 + ((head[2] & 0xFF) << 8 | head[3] & 0xFF);
        while (content.size() < size) {
            var at = content.size();
            content.writeBytes(data(new CommandAPDU(0, 0xB0, at >> 8, at & 0xFF, Math.min(PART, size - at))));
        }
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(content.toByteArray()));
    }

    Verdict verify(byte[] code) throws CardException {
        try {
            var status = channel.transmit(new CommandAPDU(0, 0x20, 0, 1, code)).getSW();
            if (status == 0x9000) {
                return Verdict.APPROVED;
            }
            return tries(status) == 0 ? Verdict.BLOCKED : Verdict.WRONG_CODE;
        } finally {
            Arrays.fill(code, (byte) 0);
        }
    }

    int triesLeft() throws CardException {
        return tries(channel.transmit(new CommandAPDU(0, 0x20, 0, 1)).getSW());
    }

    private static int tries(int status) throws CardException {
        if ((status & 0xFFF0) == 0x63C0) {
            return status & 0x0F;
        }
        if (status == 0x6983) {
            return 0;
        }
        throw new CardException("the card does not tell its tries: " + Integer.toHexString(status));
    }

    /** Lets the card sign a challenge and checks it with the certificate. */
    boolean provesItsKey(X509Certificate certificate) throws CardException, GeneralSecurityException {
        var challenge = new byte[32];
        new SecureRandom().nextBytes(challenge);
        var hash = MessageDigest.getInstance("SHA-256").digest(challenge);
        var info = Digest.SHA256.info(hash);
        var verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(certificate);
        verifier.update(challenge);
        return verifier.verify(isCps4 ? decrypted(info) : authenticated(info));
    }

    private byte[] authenticated(byte[] info) throws CardException {
        data(new CommandAPDU(0, 0x22, 0x41, 0xA4, HEX.parseHex("800102840182")));
        return data(new CommandAPDU(0, 0x88, 0, 0, info, BLOCK));
    }

    /** Uses the raw operation, the only one of a CPS4. The padding is made here (RFC 8017, section 9.2). */
    private byte[] decrypted(byte[] info) throws CardException {
        var block = new byte[BLOCK];
        Arrays.fill(block, (byte) 0xFF);
        block[0] = 0;
        block[1] = 1;
        block[BLOCK - info.length - 1] = 0;
        System.arraycopy(info, 0, block, BLOCK - info.length, info.length);
        data(new CommandAPDU(0, 0x22, 0x41, 0xB8, HEX.parseHex("830120")));
        data(new CommandAPDU(0x10, 0x2A, 0x80, 0x86, block, 0, PART));
        return data(new CommandAPDU(0, 0x2A, 0x80, 0x86, block, PART, PART, BLOCK));
    }

    private byte[] data(CommandAPDU command) throws CardException {
        var response = channel.transmit(command);
        if (response.getSW() != 0x9000) {
            throw new CardException("the card answers " + Integer.toHexString(response.getSW()));
        }
        return response.getData();
    }

    @Override
    public void close() throws CardException {
        card.disconnect(true);
    }
}
