package io.github.pscsdk.testkit.card.internal.chip;

import java.util.Locale;

/**
 * The response to a command.
 *
 * @param data perhaps empty
 * @param status the two status bytes
 */
record Response(byte[] data, int status) {
    static final Response OK = of(StatusWord.OK);

    static Response of(int status) {
        return new Response(new byte[0], status);
    }

    static Response ok(byte[] data) {
        return new Response(data, StatusWord.OK);
    }

    boolean isEmpty() {
        return data.length == 0;
    }

    byte[] toBytes() {
        return Tlv.join(data, new byte[] {(byte) (status >>> 8), (byte) status});
    }

    /** Hides the data, which may name a person. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "Response[%d bytes, %04X]", data.length, status);
    }
}
