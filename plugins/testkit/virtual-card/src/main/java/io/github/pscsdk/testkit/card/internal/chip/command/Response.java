package io.github.pscsdk.testkit.card.internal.chip.command;

import io.github.pscsdk.testkit.card.internal.chip.data.Tlv;
import java.util.Locale;

/**
 * The response to a command.
 *
 * @param data perhaps empty
 * @param status the two status bytes
 */
public record Response(byte[] data, int status) {
    public static final Response OK = of(StatusWord.OK);

    public static Response of(int status) {
        return new Response(new byte[0], status);
    }

    public static Response ok(byte[] data) {
        return new Response(data, StatusWord.OK);
    }

    public boolean isEmpty() {
        return data.length == 0;
    }

    public byte[] toBytes() {
        return Tlv.join(data, new byte[] {(byte) (status >>> 8), (byte) status});
    }

    /** Hides the data, which may name a person. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "Response[%d bytes, %04X]", data.length, status);
    }
}
