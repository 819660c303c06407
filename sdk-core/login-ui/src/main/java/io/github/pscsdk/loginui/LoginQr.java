package io.github.pscsdk.loginui;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.util.Locale;
import java.util.Map;

/**
 * The QR code of an address where a login goes on, for a person whose browser could not be opened: they scan it with
 * the device that they log in on.
 *
 * <p>Dark on light, error correction M where it is a picture, with the quiet zone of four modules that readers need
 * (ISO/IEC 18004). Show it to the person who logs in and to nobody else: whoever scans it first has the address.
 * Immutable, safe for any thread, needs no display.
 */
public final class LoginQr {
    private static final int LARGEST_SCALE = 40;
    private static final int SVG_SCALE = 4;

    private final QrModules modules;
    private final QrModules dense;

    private LoginQr(String address) {
        this.modules = QrModules.of(address, ErrorCorrectionLevel.M);
        this.dense = QrModules.of(address, ErrorCorrectionLevel.L);
    }

    /**
     * The code of an address.
     *
     * @throws IllegalArgumentException if the address is not an absolute one with http or https, or too long for a
     *     QR code, which holds some 2300 characters; its message does not quote the address
     */
    public static LoginQr of(URI address) {
        if (!HtmlButton.isWeb(address)) {
            throw new IllegalArgumentException("not an absolute address with http or https");
        }
        return new LoginQr(address.toASCIIString());
    }

    /**
     * The code of another text that a login shows, such as what a plug-in's device is to read.
     *
     * @throws IllegalArgumentException if it is too long for a QR code; its message does not quote it
     */
    public static LoginQr ofText(String text) {
        return new LoginQr(text);
    }

    /** The alternative text of the picture: in French, or in English for every other language. */
    public static String alternative(Locale locale) {
        return Wording.in(locale).qrCode();
    }

    /**
     * An SVG image to stand in a web page, with its {@linkplain #alternative alternative text} and without script or
     * style. It is four pixels a module unless a style sheet says otherwise.
     */
    public String svg(Locale locale) {
        var wording = Wording.in(locale);
        var size = modules.size();
        var side = size * SVG_SCALE;
        // Numbers are joined, not formatted: formats follow the JVM's locale.
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + size + " " + size
                + "\" width=\"" + side + "\" height=\"" + side
                + "\" role=\"img\" lang=\"" + wording.tag() + "\" aria-label=\"" + HtmlButton.escape(wording.qrCode())
                + "\" shape-rendering=\"crispEdges\">"
                + "<path fill=\"#fff\" d=\"M0 0h" + size + "v" + size + "H0z\"/>"
                + "<path fill=\"#000\" d=\"" + darkRuns() + "\"/></svg>\n";
    }

    /** A rectangle for each run of dark modules in a row. */
    private String darkRuns() {
        var path = new StringBuilder();
        for (var y = 0; y < modules.size(); y++) {
            for (var x = 0; x < modules.size(); x++) {
                var start = x;
                while (modules.isDark(x, y)) {
                    x++;
                }
                if (x > start) {
                    var width = x - start;
                    path.append("M" + start + " " + y + "h" + width + "v1h-" + width + "z");
                }
            }
        }
        return path.toString();
    }

    /**
     * A picture of black and white pixels.
     *
     * @param scale how many pixels wide and high a module is, from 1 to 40; 4 is easily read from a screen
     * @throws IllegalArgumentException if the scale is out of its bounds
     */
    public BufferedImage image(int scale) {
        if (scale < 1 || scale > LARGEST_SCALE) {
            throw new IllegalArgumentException("a scale of " + scale);
        }
        var side = modules.size() * scale;
        var image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
        var canvas = image.createGraphics();
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, side, side);
        canvas.setColor(Color.BLACK);
        for (var y = 0; y < modules.size(); y++) {
            for (var x = 0; x < modules.size(); x++) {
                if (modules.isDark(x, y)) {
                    canvas.fillRect(x * scale, y * scale, scale, scale);
                }
            }
        }
        canvas.dispose();
        return image;
    }

    /**
     * Lines for a console, two rows of modules in each, made of blanks and of the blocks {@code ▀ ▄ █}, which are the
     * light modules: so it is right on a console that writes light on dark. On one that writes dark on light the code
     * comes out inverted, which some readers do not understand.
     *
     * <p>With error correction L, which is enough for a clean screen: so an address of 425 characters fits 80 columns,
     * and that of a login is seldom longer. A narrower console breaks the lines, and nothing can be read.
     */
    public String text() {
        var lines = new StringBuilder();
        for (var y = 0; y < dense.size(); y += 2) {
            for (var x = 0; x < dense.size(); x++) {
                lines.append(block(!dense.isDark(x, y), !dense.isDark(x, y + 1)));
            }
            lines.append('\n');
        }
        return lines.toString();
    }

    private static char block(boolean lightAbove, boolean lightBelow) {
        if (lightAbove) {
            return lightBelow ? '█' : '▀';
        }
        return lightBelow ? '▄' : ' ';
    }

    /** Prints the size, and nothing of the address. */
    @Override
    public String toString() {
        return "LoginQr[" + modules.size() + " modules wide]";
    }

    /** The dark and light modules of a QR code (ISO/IEC 18004) quiet zone included. */
    static final class QrModules {
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
}
