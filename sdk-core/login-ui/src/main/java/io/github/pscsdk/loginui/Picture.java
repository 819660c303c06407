package io.github.pscsdk.loginui;

import java.awt.AlphaComposite;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.swing.Icon;

/** An image at a height of the host's choice, drawn from all its pixels. */
final class Picture implements Icon {
    private static final float FAINT = 0.4f;

    private final BufferedImage image;
    private final int height;

    private Picture(BufferedImage image, int height) {
        this.image = image;
        this.height = height;
    }

    static Picture read(Path file, int height) throws IOException {
        if (height < 1) {
            throw new IllegalArgumentException("a height of " + height);
        }
        try (var in = Files.newInputStream(file)) {
            var image = ImageIO.read(in);
            if (image == null) {
                throw new IOException(file + " is no image in a format that can be read");
            }
            return new Picture(image, height);
        }
    }

    @Override
    public void paintIcon(Component on, Graphics graphics, int x, int y) {
        var canvas = (Graphics2D) graphics.create();
        try {
            canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            if (!on.isEnabled()) {
                // Looks make a grey twin of an ImageIcon only.
                canvas.setComposite(AlphaComposite.SrcOver.derive(FAINT));
            }
            canvas.drawImage(image, x, y, getIconWidth(), height, null);
        } finally {
            canvas.dispose();
        }
    }

    @Override
    public int getIconWidth() {
        return Math.max(1, Math.round((float) image.getWidth() * height / image.getHeight()));
    }

    @Override
    public int getIconHeight() {
        return height;
    }
}
