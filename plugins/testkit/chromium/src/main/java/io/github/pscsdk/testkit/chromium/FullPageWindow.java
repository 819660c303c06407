package io.github.pscsdk.testkit.chromium;

import java.util.Objects;
import java.util.function.Supplier;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.remote.RemoteWebDriver;

/** Makes the window as high as its page, for one picture. */
final class FullPageWindow {
    /** The greatest height of a picture. */
    private static final int MOST = 1400;

    private static final String HEIGHT_OF_PAGE = "return Math.ceil(document.documentElement.offsetHeight)";
    private static final String HEIGHT_OF_VIEW = "return innerHeight";

    private final RemoteWebDriver page;

    FullPageWindow(RemoteWebDriver page) {
        this.page = page;
    }

    byte[] of(Supplier<byte[]> picture) {
        var window = page.manage().window();
        var before = window.getSize();
        var frame = before.getHeight() - pixels(HEIGHT_OF_VIEW);
        window.setSize(new Dimension(before.getWidth(), Math.min(MOST, pixels(HEIGHT_OF_PAGE)) + frame));
        try {
            return picture.get();
        } finally {
            window.setSize(before);
        }
    }

    private int pixels(String script) {
        return ((Number) Objects.requireNonNull(page.executeScript(script))).intValue();
    }
}
