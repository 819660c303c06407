package io.github.pscsdk.api;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;

/**
 * An opaque text with which a host can {@linkplain LoginRequest#resuming resume} a pending login after a restart of
 * the software.
 *
 * <p>With the application token it gives the login to anybody, and it tells who was asked. So keep it like a session,
 * readable for the person's account alone, and delete it when the login has ended. The SDK writes no file. Valid
 * until the login's deadline, with the same application token and client id. Immutable.
 */
public final class LoginTicket {
    private static final String VERSION = "psc1.";
    private static final int MOST_CHARACTERS = 4096;
    private static final int CHECKSUM_LENGTH = Integer.BYTES;

    private final byte[] content;

    private LoginTicket(byte[] content) {
        this.content = content.clone();
    }

    /** Makes a ticket; for the engine, which defines the content. */
    public static LoginTicket holding(byte[] content) {
        return new LoginTicket(content);
    }

    /**
     * Reads a ticket that was kept.
     *
     * @param text what {@link #value()} gave; white space around it is ignored
     * @throws IllegalArgumentException if it is not a ticket, is of another version, or was damaged; the message
     *     repeats nothing of it
     */
    public static LoginTicket parse(String text) {
        var kept = text.strip();
        if (!kept.startsWith(VERSION)) {
            throw new IllegalArgumentException("not the ticket of a login, or one of another version of the SDK");
        }
        return new LoginTicket(contentOf(sealed(kept.substring(VERSION.length()))));
    }

    private static byte[] sealed(String encoded) {
        if (encoded.length() > MOST_CHARACTERS) {
            throw damaged();
        }
        try {
            return Base64.getUrlDecoder().decode(encoded);
        } catch (IllegalArgumentException e) {
            // Without the cause, which repeats a character of it.
            throw damaged();
        }
    }

    private static byte[] contentOf(byte[] sealed) {
        if (sealed.length < CHECKSUM_LENGTH) {
            throw damaged();
        }
        var content = Arrays.copyOf(sealed, sealed.length - CHECKSUM_LENGTH);
        if (!Arrays.equals(sealed, seal(content))) {
            throw damaged();
        }
        return content;
    }

    private static IllegalArgumentException damaged() {
        return new IllegalArgumentException("the ticket of a login is incomplete or was changed");
    }

    /**
     * Adds a checksum against damage. It does not protect against forgery: a program that can write the ticket can
     * compute it.
     */
    private static byte[] seal(byte[] content) {
        var sum = new CRC32();
        sum.update(content);
        return ByteBuffer.allocate(content.length + CHECKSUM_LENGTH)
                .put(content)
                .putInt((int) sum.getValue())
                .array();
    }

    /** The text to keep: one line, letters, digits and {@code -_.} only. A secret. */
    public String value() {
        return VERSION + Base64.getUrlEncoder().withoutPadding().encodeToString(seal(content));
    }

    /** The content; for the engine. */
    public byte[] content() {
        return content.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LoginTicket ticket && Arrays.equals(content, ticket.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    /** Prints nothing of the ticket. */
    @Override
    public String toString() {
        return "LoginTicket[****]";
    }
}
