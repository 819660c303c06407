package io.github.pscsdk.api;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * An opaque text with which a host can {@linkplain LoginRequest#resuming resume} a pending login after a restart. With
 * the application token it gives the login to anybody, and it tells who was asked: keep it like a session, readable for
 * the person's account alone, and delete it when the login has ended. The SDK writes no file.
 *
 * @param value the text to keep: one line, letters, digits and {@code -_.} only. A secret
 */
public record LoginTicket(String value) {
    private static final int MOST_CHARACTERS = 4096;
    private static final Pattern SHAPE = Pattern.compile("psc1\\.([A-Za-z0-9_-]+)");

    /**
     * Reads a ticket that was kept; white space around it is ignored.
     *
     * @throws IllegalArgumentException if it is not a ticket, is of another version, or was damaged; repeats nothing of
     *     it
     */
    public LoginTicket {
        value = value.strip();
        var shaped = SHAPE.matcher(value);
        if (value.length() > MOST_CHARACTERS || !shaped.matches()) {
            throw new IllegalArgumentException("not the ticket of a login, or one of another version of the SDK");
        }
        if (!isWhole(shaped.group(1))) {
            throw new IllegalArgumentException("the ticket of a login is incomplete or was changed");
        }
    }

    /** Whether it ends in the checksum (CRC-32) of what is before it: against damage, not against forgery. */
    private static boolean isWhole(String encoded) {
        try {
            var sealed = ByteBuffer.wrap(Base64.getUrlDecoder().decode(encoded));
            var content = sealed.limit() - Integer.BYTES;
            var sum = new CRC32();
            sum.update(sealed.array(), 0, Math.max(content, 0));
            return content > 0 && sealed.getInt(content) == (int) sum.getValue();
        } catch (IllegalArgumentException e) {
            // Without the cause, which repeats a character of it.
            return false;
        }
    }

    /** Prints nothing of the ticket. */
    @Override
    public String toString() {
        return "LoginTicket[****]";
    }
}
