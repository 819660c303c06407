package io.github.pscsdk.outbox.internal;

import io.github.pscsdk.diagnostic.PscException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The two keys that are derived from the one in the key file: one encrypts, the other makes pseudonyms of the
 * professionals. The file holds 32 random bytes that its owner alone may read, beside the database.
 *
 * <p>This protects what leaves the workstation without the key: a copy of the database in a backup, a support ticket, a
 * folder that is synchronised. It does not protect from whoever acts as the same user of the system, nor from an
 * administrator, nor a stolen disk that holds both files: that takes the encryption of the disk, or a key store of the
 * system's own, which Java does not offer alike on Windows, macOS and Linux.
 */
public final class OutboxKeys {
    private static final String HMAC = "HmacSHA256";
    private static final int BYTES = 32;

    private final SecretKey master;

    private OutboxKeys(byte[] master) {
        this.master = new SecretKeySpec(master, HMAC);
    }

    /**
     * Reads the key.
     *
     * @throws PscException {@link OutboxProblem#KEY_LOST} if it is not there or no key
     */
    public static OutboxKeys read(Path file) throws PscException {
        try {
            var key = Files.readAllBytes(file);
            if (key.length != BYTES) {
                throw new PscException(OutboxProblem.KEY_LOST, "the key file does not hold a key");
            }
            return new OutboxKeys(key);
        } catch (IOException e) {
            throw new PscException(OutboxProblem.KEY_LOST, "cannot read the key file", e);
        }
    }

    /**
     * Draws a key, for the one who holds the database, where there is none; whole or not at all, even if the machine
     * stops meanwhile.
     *
     * @throws IOException if it cannot be written
     */
    public static void create(Path file) throws IOException {
        var key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        var unfinished = PrivateFiles.temporary(file);
        try (var out = FileChannel.open(unfinished, Set.of(StandardOpenOption.WRITE))) {
            out.write(ByteBuffer.wrap(key));
            out.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
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
