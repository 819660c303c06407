package io.github.pscsdk.loginui;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.regex.Pattern;

/** Paints what a code is written in, as a browser and as a console do. */
final class Canvas {
    private static final int SCALE = 4;
    private static final Pattern RECTANGLE = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");

    private Canvas() {}

    static BufferedImage ofSvg(String svg) throws Exception {
        var root = Xml.parse(svg);
        var side = Integer.parseInt(root.getAttribute("viewBox").split(" ")[2]);
        var dark = Xml.all(root, "path").get(1);
        return paint(side, dark.getAttribute("d"));
    }

    private static BufferedImage paint(int side, String path) {
        var image = new BufferedImage(side * SCALE, side * SCALE, BufferedImage.TYPE_INT_RGB);
        var canvas = image.createGraphics();
        canvas.scale(SCALE, SCALE);
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, side, side);
        canvas.setColor(Color.BLACK);
        var rectangle = RECTANGLE.matcher(path);
        var end = 0;
        while (rectangle.find(end) && rectangle.start() == end) {
            canvas.fillRect(number(rectangle.group(1)), number(rectangle.group(2)), number(rectangle.group(3)), 1);
            end = rectangle.end();
        }
        if (end != path.length()) {
            throw new AssertionError("not a rectangle: " + path.substring(end));
        }
        return image;
    }

    static BufferedImage ofBlocks(String text) {
        var lines = text.split("\n");
        var image = new BufferedImage(lines[0].length() * SCALE, lines.length * 2 * SCALE, BufferedImage.TYPE_INT_RGB);
        var canvas = image.createGraphics();
        canvas.scale(SCALE, SCALE);
        canvas.setColor(Color.WHITE);
        for (var row = 0; row < lines.length; row++) {
            for (var column = 0; column < lines[row].length(); column++) {
                switch (lines[row].charAt(column)) {
                    case '█' -> canvas.fillRect(column, row * 2, 1, 2);
                    case '▀' -> canvas.fillRect(column, row * 2, 1, 1);
                    case '▄' -> canvas.fillRect(column, row * 2 + 1, 1, 1);
                    case ' ' -> {}
                    default -> throw new AssertionError("not a block: " + lines[row].charAt(column));
                }
            }
        }
        return image;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
