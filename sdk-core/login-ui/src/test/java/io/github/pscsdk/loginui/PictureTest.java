package io.github.pscsdk.loginui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.swing.Icon;
import javax.swing.JButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureTest {
    @TempDir
    private Path folder;

    private final SwingButton button = PscButton.swing(() -> {});

    /** Eight pixels, no two neighbours alike. */
    private BufferedImage chequered() {
        var image = new BufferedImage(4, 2, BufferedImage.TYPE_INT_RGB);
        for (var i = 0; i < 8; i++) {
            image.setRGB(i % 4, i / 4, (i % 4 + i / 4) % 2 == 0 ? 0xff0000 : 0x0000ff);
        }
        return image;
    }

    private Path file(BufferedImage image) throws IOException {
        var file = folder.resolve("kit.png");
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    private static int[] painted(Icon icon, JButton on, int pixelsPerUnit) {
        var width = icon.getIconWidth() * pixelsPerUnit;
        var height = icon.getIconHeight() * pixelsPerUnit;
        var screen = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var canvas = screen.createGraphics();
        canvas.setBackground(Color.WHITE);
        canvas.clearRect(0, 0, width, height);
        canvas.scale(pixelsPerUnit, pixelsPerUnit);
        icon.paintIcon(on, canvas, 0, 0);
        canvas.dispose();
        return screen.getRGB(0, 0, width, height, null, 0, width);
    }

    @Test
    void a_picture_keeps_its_shape_at_the_height_that_is_asked_for() throws Exception {
        var icon = button.withArtwork(file(chequered()), 50).build().getIcon();

        assertEquals(50, icon.getIconHeight());
        assertEquals(100, icon.getIconWidth());
    }

    @Test
    void a_screen_with_two_pixels_for_each_unit_shows_every_pixel_of_the_picture() throws Exception {
        var image = chequered();

        var made = button.withArtwork(file(image), 1).build();

        assertArrayEquals(image.getRGB(0, 0, 4, 2, null, 0, 4), painted(made.getIcon(), made, 2));
    }

    @Test
    void a_picture_is_faint_while_the_button_is_disabled() throws Exception {
        var made = button.withArtwork(file(chequered()), 2).build();
        made.setEnabled(false);

        var red = new Color(painted(made.getIcon(), made, 1)[0]);

        assertTrue(red.getGreen() > 100 && red.getRed() == 255, red::toString);
    }

    @Test
    void a_file_that_is_no_picture_is_a_failure_that_names_it() throws Exception {
        var file = Files.writeString(folder.resolve("kit.txt"), "no picture");

        var failure = assertThrows(IOException.class, () -> button.withArtwork(file, 50));

        assertTrue(failure.getMessage().contains("kit.txt"), failure.getMessage());
        assertThrows(NoSuchFileException.class, () -> button.withArtwork(folder.resolve("nowhere"), 50));
    }

    @Test
    void a_picture_without_height_is_refused() throws Exception {
        var file = file(chequered());

        assertThrows(IllegalArgumentException.class, () -> button.withArtwork(file, 0));
    }
}
