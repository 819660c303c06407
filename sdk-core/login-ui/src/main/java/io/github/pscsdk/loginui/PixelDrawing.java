package io.github.pscsdk.loginui;

import io.github.pscsdk.loginui.internal.qr.QrModules;
import java.awt.Color;
import java.awt.image.BufferedImage;

/** Modules as squares of pixels. */
final class PixelDrawing {
    private PixelDrawing() {}

    static BufferedImage of(QrModules modules, int scale) {
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
}
