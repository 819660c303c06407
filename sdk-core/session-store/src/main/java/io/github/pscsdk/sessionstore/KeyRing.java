package io.github.pscsdk.sessionstore;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys with which a store is encrypted: all nodes that share it have the same. The first encrypts; the others
 * decrypt what was written before. To change the key without ending a session, give all nodes the new one in second
 * place, then in first; take the old one away once the longest session is over, and the last trace gone that it
 * encrypted. The index key names entries, so changing it ends all sessions.
 *
 * <p>Values are encrypted by AES-256-GCM (NIST SP 800-38D) with random nonces of 96 bits and the entry's key as
 * associated data. A key is good for 2^32 values (section 8.3): change it once a year. Immutable.
 */
public final class KeyRing {
    /** The key of the entry that tells the index key in use, by its first line, which is no part of any key. */
    public static final String ENTRY = "psc/key-ring";

    private static final String INDEX = "index";
    private static final Pattern ID = Pattern.compile("[0-9a-z-]{1,20}");
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final byte FORMAT = 1;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKey index;
    private final Map<String, SecretKey> keys;
    private final String current;

    /**
     * Keys that the host has by itself.
     *
     * @param index 32 random bytes
     * @param keys by their ids, of at most 20 digits, lower-case letters and hyphens, 32 random bytes each; the first
     *     encrypts
     * @throws IllegalArgumentException if there is none, or one has another shape; the message repeats no key
     */
    public KeyRing(byte[] index, LinkedHashMap<String, byte[]> keys) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("a key ring has an index key and at least one other key");
        }
        this.index = new SecretKeySpec(checked(INDEX, index), "HmacSHA256");
        this.keys = new LinkedHashMap<>();
        keys.forEach((id, key) -> {
            demandId(id);
            if (MessageDigest.isEqual(index, key)) {
                throw new IllegalArgumentException("the key " + id + " is the index key as well");
            }
            this.keys.put(id, new SecretKeySpec(checked(id, key), "AES"));
        });
        this.current = this.keys.keySet().iterator().next();
    }

    private static void demandId(String id) {
        if (!ID.matcher(id).matches() || id.equals(INDEX)) {
            throw new IllegalArgumentException("the id of a key is 1 to 20 digits, lower-case letters and hyphens");
        }
    }

    private static byte[] checked(String id, byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("the key " + id + " is not of " + KEY_BYTES + " bytes");
        }
        return key;
    }

    /**
     * Reads a file with a line {@code id = key} for each key, in base64; that of the index key is {@code index}. Empty
     * lines, and those that begin with {@code #}, do not count.
     *
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if it is no such file; the message names the line and repeats nothing of it
     */
    public static KeyRing read(Path file) throws IOException {
        var keys = new LinkedHashMap<String, byte[]>();
        var number = 0;
        for (var line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            var equals = line.indexOf('=');
            try {
                var key = Base64.getDecoder().decode(line.substring(equals + 1).strip());
                if (equals < 1 || keys.put(line.substring(0, equals).strip(), key) != null) {
                    throw new IllegalArgumentException();
                }
            } catch (IllegalArgumentException e) {
                // Without the cause, which may quote the key.
                throw new IllegalArgumentException("line " + number + " of the key ring is not: id = key in base64");
            }
        }
        var index = keys.remove(INDEX);
        if (index == null) {
            throw new IllegalArgumentException("the key ring has no line: index = key in base64");
        }
        return new KeyRing(index, keys);
    }

    /** The text of a new key ring, for {@link #read}; {@code id} is such as the month in which it begins. */
    public static String draw(String id) {
        demandId(id);
        return INDEX + " = " + drawn() + "\n" + id + " = " + drawn() + "\n";
    }

    private static String drawn() {
        var key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    /** An HMAC with the index key (RFC 2104): the same entries have the same names, which tell others nothing. */
    byte[] hmac(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(index);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /**
     * The key under which that store sees an entry: an HMAC, after the part before the last slash where there is room
     * for that.
     */
    String name(String domain, String key) {
        var hmac = Base64.getUrlEncoder().withoutPadding().encodeToString(hmac(domain + "\n" + key));
        var kind = key.substring(0, key.lastIndexOf('/') + 1);
        return kind.length() + hmac.length() > SessionStore.LONGEST_KEY ? hmac : kind + hmac;
    }

    /**
     * Encrypts with the current key, for a host that keeps values elsewhere than in a store.
     *
     * @param associated what the value belongs to: it is decrypted there and nowhere else
     */
    public byte[] encrypt(byte[] value, String associated) {
        var id = current.getBytes(StandardCharsets.US_ASCII);
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, Objects.requireNonNull(keys.get(current)), nonce, associated);
            var encrypted = ByteBuffer.allocate(2 + id.length + NONCE_BYTES + cipher.getOutputSize(value.length))
                    .put(FORMAT)
                    .put((byte) id.length)
                    .put(id)
                    .put(nonce);
            cipher.doFinal(ByteBuffer.wrap(value), encrypted);
            return encrypted.array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES/GCM", e);
        }
    }

    /**
     * Decrypts what any key of the ring encrypted.
     *
     * @throws StoreException {@code STORE_UNREADABLE} if that is none, or if somebody has changed or moved it
     */
    public byte[] decrypt(byte[] encrypted, String associated) {
        var id = keyOf(encrypted);
        var key = keys.get(id);
        if (key == null) {
            throw StoreException.unreadable("an entry was encrypted with the key " + id
                    + ", which this node's key ring lacks: give all nodes the same keys");
        }
        var from = 2 + id.length();
        try {
            var nonce = new byte[NONCE_BYTES];
            System.arraycopy(encrypted, from, nonce, 0, NONCE_BYTES);
            return cipher(Cipher.DECRYPT_MODE, key, nonce, associated)
                    .doFinal(encrypted, from + NONCE_BYTES, encrypted.length - from - NONCE_BYTES);
        } catch (GeneralSecurityException | RuntimeException e) {
            // Of the second kind, too: the JDK fails in several ways over an entry that is cut short.
            throw StoreException.unreadable(
                    "an entry is not what the key " + id
                            + " of this node's key ring encrypted: another node has another key of that id, or the entry was changed");
        }
    }

    private static String keyOf(byte[] encrypted) {
        // An entry of two bytes fits no id, and an id without a letter is refused below.
        var isWhole = encrypted.length > 2
                && encrypted[0] == FORMAT
                && encrypted[1] > 0
                && encrypted.length >= 2 + encrypted[1];
        var id = isWhole ? new String(encrypted, 2, encrypted[1], StandardCharsets.US_ASCII) : "";
        if (!ID.matcher(id).matches()) {
            throw StoreException.unreadable("an entry is not encrypted, or by another version of this SDK");
        }
        return id;
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String associated)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(associated.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /** Prints ids and no key. */
    @Override
    public String toString() {
        return "KeyRing" + keys.keySet();
    }
}
