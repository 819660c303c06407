package io.github.pscsdk.loginui;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/** The dark and light modules of a QR code (ISO/IEC 18004) quiet zone included. */
final class QrModules {
    /** Modules on each side that stay light, ISO/IEC 18004: readers find the code by it. */
    private static final int QUIET_ZONE = 4;

    private final BitMatrix dark;

    private QrModules(BitMatrix dark) {
        this.dark = dark;
    }

    /**
     * The smallest code that holds a text.
     *
     * @param correction with L, where room is short, as many modules hold a good quarter more than with M
     * @throws IllegalArgumentException if no code is large enough for it; without the text
     */
    static QrModules of(String text, ErrorCorrectionLevel correction) {
        var hints = Map.of(EncodeHintType.ERROR_CORRECTION, correction, EncodeHintType.MARGIN, QUIET_ZONE);
        try {
            // No size: one point for each module.
            return new QrModules(new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints));
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code", e);
        }
    }

    /** How many modules there are in a row, and rows. */
    int size() {
        return dark.getWidth();
    }

    /** Whether a module is dark; those outside are light. */
    boolean isDark(int x, int y) {
        return x >= 0 && y >= 0 && x < size() && y < size() && dark.get(x, y);
    }
}
