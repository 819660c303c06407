package io.github.pscsdk.testkit.chromium;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class PictureTest {
    private static final PageScreenshot PAGE = page(1000, 700, 0, 0);

    @Test
    void two_digits_make_no_other_picture() {
        assertTrue(PAGE.resembles(page(1000, 700, 50, 40)));
    }

    @Test
    void a_line_of_text_makes_another_picture() {
        assertFalse(PAGE.resembles(page(1000, 700, 500, 16)));
    }

    @Test
    void another_size_makes_another_picture() {
        assertFalse(PAGE.resembles(page(1000, 701, 0, 0)));
    }

    /** White, with a black spot on it. */
    private static PageScreenshot page(int width, int height, int spotWidth, int spotHeight) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setColor(Color.BLACK);
        pen.fillRect(10, 10, spotWidth, spotHeight);
        pen.dispose();
        return new PageScreenshot(image);
    }
}
