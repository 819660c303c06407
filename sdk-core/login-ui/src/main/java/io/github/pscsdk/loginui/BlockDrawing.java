package io.github.pscsdk.loginui;

import io.github.pscsdk.loginui.internal.qr.QrModules;

/** Modules as block characters, which stand for two modules, one above the other. */
final class BlockDrawing {
    private BlockDrawing() {}

    static String of(QrModules modules) {
        var lines = new StringBuilder();
        for (var y = 0; y < modules.size(); y += 2) {
            for (var x = 0; x < modules.size(); x++) {
                lines.append(block(!modules.isDark(x, y), !modules.isDark(x, y + 1)));
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
}
