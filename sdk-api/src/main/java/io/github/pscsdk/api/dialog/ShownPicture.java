package io.github.pscsdk.api.dialog;

import io.github.pscsdk.api.internal.SecureUrl;
import io.github.pscsdk.diagnostic.BilingualLine;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/** A picture, or a text that the host draws as a QR code, to look at while a login goes on. Immutable. */
public final class ShownPicture {
    /** The largest picture, in bytes. */
    public static final int MOST_BYTES = 256 * 1024;
    /** The widest and the highest picture, in pixels: a small file may unpack to a very large picture. */
    public static final int MOST_PIXELS = 2048;
    /** The longest text of a QR code, in bytes of UTF-8. */
    public static final int MOST_QR_BYTES = 1024;

    // PNG, section 5.2: the signature; 11.2.2: the first chunk says how large the picture is.
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int IHDR = 0x49484452;
    private static final int HEADER = 24;

    private final BilingualLine caption;
    private final byte[] png;
    private final String qrText;

    private ShownPicture(BilingualLine caption, byte[] png, String qrText) {
        this.caption = Objects.requireNonNull(caption, "caption");
        this.png = png;
        this.qrText = qrText;
    }

    /**
     * A picture: a PNG of at most 256 KiB and 2048 pixels on a side.
     *
     * @param caption what to do with it; also said where it cannot be seen
     */
    public static ShownPicture png(BilingualLine caption, byte[] png) {
        var own = png.clone();
        if (own.length > MOST_BYTES || own.length < HEADER || !Arrays.equals(PNG, Arrays.copyOf(own, PNG.length))) {
            throw new IllegalArgumentException("a picture is a PNG of at most " + MOST_BYTES + " bytes");
        }
        var header = ByteBuffer.wrap(own, PNG.length + Integer.BYTES, HEADER - PNG.length - Integer.BYTES);
        if (header.getInt() != IHDR || !isSide(header.getInt()) || !isSide(header.getInt())) {
            throw new IllegalArgumentException("a picture is a PNG of at most " + MOST_PIXELS + " pixels on a side");
        }
        return new ShownPicture(caption, own, "");
    }

    private static boolean isSide(int pixels) {
        return pixels > 0 && pixels <= MOST_PIXELS;
    }

    /**
     * A text of one line as a QR code: at most 1024 bytes in UTF-8, without control characters.
     *
     * @param caption what to do with it; also said where it cannot be seen
     */
    public static ShownPicture qrCode(BilingualLine caption, String text) {
        if (text.isBlank()
                || text.getBytes(StandardCharsets.UTF_8).length > MOST_QR_BYTES
                || text.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "the text of a QR code is one line of at most " + MOST_QR_BYTES + " bytes");
        }
        return new ShownPicture(caption, new byte[0], text);
    }

    /**
     * An address of at most 1000 characters as a QR code: {@code https}, or {@code http} to this machine, without a
     * user.
     *
     * @param caption what to do with it; also said where it cannot be seen
     */
    public static ShownPicture qrCode(BilingualLine caption, URI address) {
        var safe = SecureUrl.of(address.toString())
                .orElseThrow(() -> new IllegalArgumentException("a phone is sent to an address over TLS alone"));
        return qrCode(caption, safe.toString());
    }

    /** The same picture with other words. */
    public ShownPicture withCaption(BilingualLine words) {
        return new ShownPicture(words, png, qrText);
    }

    /** The instruction beside it; also said where it cannot be seen. */
    public BilingualLine caption() {
        return caption;
    }

    /** The picture; empty for a QR code. */
    public Optional<byte[]> png() {
        return png.length == 0 ? Optional.empty() : Optional.of(png.clone());
    }

    /** The content of the QR code; empty for a picture. */
    public Optional<String> qrText() {
        return qrText.isEmpty() ? Optional.empty() : Optional.of(qrText);
    }

    /** Prints nothing of what it shows, which may open something. */
    @Override
    public String toString() {
        return "ShownPicture[" + (qrText.isEmpty() ? "PNG" : "QR code") + "]";
    }
}
