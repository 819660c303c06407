package io.github.pscsdk.example.desktop.display;

import java.awt.AWTException;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.assertj.swing.edt.GuiActionRunner;

/** Pictures of windows. Maven starts the tests in the folder of their module, beside which are the documents. */
public final class Screenshot {
    private static final Path TARGET = Path.of("target");
    private static final Path DOCUMENTS = Path.of("..", "..", "docs", "screenshots");
    /** Some digits in large type are less than that; a line of text that comes or goes is more. */
    private static final double NEGLIGIBLE = 0.01;

    private Screenshot() {}

    /** One that a document may show: recorded with {@code -Dupdate=true} where it differs by more than digits. */
    public static void of(Window window, String name) {
        var picture = GuiActionRunner.execute(() -> picture(window));
        write(TARGET.resolve("screenshots"), name, picture);
        if (Boolean.getBoolean("update") && !isShown(DOCUMENTS.resolve(name + ".png"), picture)) {
            write(DOCUMENTS, name, picture);
        }
    }

    /** One of the whole screen, for whoever wonders why a test fails. */
    public static void ofFailure(String name) {
        write(
                TARGET.resolve("failures"),
                name,
                picture(new Rectangle(Toolkit.getDefaultToolkit().getScreenSize())));
    }

    /** As the window paints itself: without a window manager, AWT is at times wrong about where it is on the screen. */
    private static BufferedImage picture(Window window) {
        var picture = new BufferedImage(window.getWidth(), window.getHeight(), BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        window.paintAll(graphics);
        graphics.dispose();
        return picture;
    }

    private static BufferedImage picture(Rectangle where) {
        try {
            var robot = new Robot();
            robot.waitForIdle();
            return robot.createScreenCapture(where);
        } catch (AWTException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isShown(Path recorded, BufferedImage picture) {
        try {
            return Files.exists(recorded) && resembles(ImageIO.read(recorded.toFile()), picture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean resembles(BufferedImage one, BufferedImage other) {
        if (one.getWidth() != other.getWidth() || one.getHeight() != other.getHeight()) {
            return false;
        }
        var pixels = one.getWidth() * one.getHeight();
        var differences = IntStream.range(0, pixels)
                .filter(i -> colour(one, i) != colour(other, i))
                .count();
        return differences <= NEGLIGIBLE * pixels;
    }

    private static int colour(BufferedImage image, int i) {
        return image.getRGB(i % image.getWidth(), i / image.getWidth()) & 0xFF_FF_FF;
    }

    private static void write(Path folder, String name, BufferedImage picture) {
        try {
            Files.createDirectories(folder);
            ImageIO.write(picture, "png", folder.resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
