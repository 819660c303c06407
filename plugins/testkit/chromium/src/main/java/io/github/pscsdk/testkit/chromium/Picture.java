package io.github.pscsdk.testkit.chromium;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** A picture as one looks at it. */
record Picture(BufferedImage image) {
    /** Some digits in large type are less than that; a line of text that comes or goes is more. */
    private static final double NEGLIGIBLE = 0.01;

    static Picture of(byte[] png) throws IOException {
        return new Picture(ImageIO.read(new ByteArrayInputStream(png)));
    }

    /** Whether the other one is as large, and the same but for some digits. */
    boolean resembles(Picture other) {
        return image.getWidth() == other.image.getWidth()
                && image.getHeight() == other.image.getHeight()
                && differences(other) <= NEGLIGIBLE * image.getWidth() * image.getHeight();
    }

    private long differences(Picture other) {
        return IntStream.range(0, image.getWidth() * image.getHeight())
                .filter(i -> colour(i) != other.colour(i))
                .count();
    }

    private int colour(int i) {
        return image.getRGB(i % image.getWidth(), i / image.getWidth());
    }
}
