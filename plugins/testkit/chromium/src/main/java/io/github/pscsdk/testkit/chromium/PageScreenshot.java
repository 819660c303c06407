package io.github.pscsdk.testkit.chromium;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** A screenshot of a page, which can be compared with another one. */
record PageScreenshot(BufferedImage image) {
    /** Some digits in large type are less than that; a line of text that comes or goes is more. */
    private static final double NEGLIGIBLE = 0.01;

    static PageScreenshot of(byte[] png) throws IOException {
        return new PageScreenshot(ImageIO.read(new ByteArrayInputStream(png)));
    }

    /** Whether the other one is as large, and the same but for some digits. */
    boolean resembles(PageScreenshot other) {
        return image.getWidth() == other.image.getWidth()
                && image.getHeight() == other.image.getHeight()
                && differences(other) <= NEGLIGIBLE * image.getWidth() * image.getHeight();
    }

    private long differences(PageScreenshot other) {
        return IntStream.range(0, image.getWidth() * image.getHeight())
                .filter(i -> colour(i) != other.colour(i))
                .count();
    }

    private int colour(int i) {
        return image.getRGB(i % image.getWidth(), i / image.getWidth());
    }
}
