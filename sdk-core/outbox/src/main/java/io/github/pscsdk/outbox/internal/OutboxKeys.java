package io.github.pscsdk.outbox.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The two keys that are derived from the one in the key file: one encrypts, the other makes pseudonyms of the professionals. */
public final class OutboxKeys {
    private static final String HMAC = "HmacSHA256";

    private final SecretKey master;

    public OutboxKeys(byte[] master) {
        this.master = new SecretKeySpec(master, HMAC);
    }

    public ItemEncryption encryption() {
        return new ItemEncryption(new SecretKeySpec(derive("entries"), "AES"));
    }

    /** 64 hexadecimal digits, always the same for the same professional. */
    public String pseudonym(String professional) {
        var naming = new SecretKeySpec(derive("owners"), HMAC);
        return HexFormat.of().formatHex(mac(naming, professional));
    }

    private byte[] derive(String purpose) {
        return mac(master, "psc-sdk outbox " + purpose);
    }

    private static byte[] mac(SecretKey key, String text) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }
}
