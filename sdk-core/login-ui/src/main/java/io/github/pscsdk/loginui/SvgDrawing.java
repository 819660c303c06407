package io.github.pscsdk.loginui;

import io.github.pscsdk.loginui.internal.qr.QrModules;

/** Modules as SVG: light ground, one dark path. Numbers are joined, not formatted: formats follow the JVM's locale. */
final class SvgDrawing {
    private static final int PIXELS = 4;

    private SvgDrawing() {}

    static String of(QrModules modules, Wording wording) {
        var size = modules.size();
        var side = size * PIXELS;
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + size + " " + size
                + "\" width=\"" + side + "\" height=\"" + side
                + "\" role=\"img\" lang=\"" + wording.tag() + "\" aria-label=\"" + Markup.escape(wording.qrCode())
                + "\" shape-rendering=\"crispEdges\">"
                + "<path fill=\"#fff\" d=\"M0 0h" + size + "v" + size + "H0z\"/>"
                + "<path fill=\"#000\" d=\"" + darkRuns(modules) + "\"/></svg>\n";
    }

    /** A rectangle for each run of dark modules in a row. */
    private static String darkRuns(QrModules modules) {
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
}
