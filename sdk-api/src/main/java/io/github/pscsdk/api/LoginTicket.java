package io.github.pscsdk.api;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;

/**
 * What a host keeps of a login that is pending, so as to {@linkplain LoginRequest#resuming go on with it} after a restart of
 * the software: an opaque text.
 *
 * <p>Whoever holds it together with the application token can take the login over, and it tells who was asked: keep it like a
 * session, readable for the person's account alone, and drop it when the login has ended. The SDK writes no file. Good until the
 * login's deadline, with the same application token and client id. Immutable.
 */
public final class LoginTicket {
    private static final String VERSION = "psc1.";
    private static final int MOST_CHARACTERS = 4096;
    private static final int CHECKSUM_LENGTH = Integer.BYTES;

    private final byte[] content;

    private LoginTicket(byte[] content) {
        this.content = content.clone();
    }

    /** Wraps what the engine needs to know; for the engine, whose matter the content is. */
    public static LoginTicket holding(byte[] content) {
        return new LoginTicket(content);
    }

    /**
     * Reads a ticket that was kept.
     *
     * @param text what {@link #value()} gave; white space around it is ignored
     * @throws IllegalArgumentException if it is none, is of another version, or was damaged; the message repeats nothing of it
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

    /** Against damage alone: who may write it may write another. */
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

    /** What the engine put in; for the engine. */
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

    /** Nothing of it. */
    @Override
    public String toString() {
        return "LoginTicket[****]";
    }
}
