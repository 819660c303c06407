package io.github.pscsdk.testkit.chromium;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LoggingPreferences;

/** Chromedriver over HTTP, and Chromium with an empty profile. No name is resolved but this machine's. */
final class Session implements AutoCloseable {
    static final int WIDTH = 1280;
    static final int HEIGHT = 900;

    private static final String LOGS = "goog:loggingPrefs";

    private final Path profile;
    private final ChromeDriverService service;
    private final Driver driver;

    Session(Programs programs) {
        try {
            profile = Files.createTempDirectory("chromium-of-a-test");
        } catch (IOException e) {
            throw new UncheckedIOException("there is no place for the browser's profile", e);
        }
        service = new ChromeDriverService.Builder()
                .usingDriverExecutable(programs.driver().orElseThrow().toFile())
                .usingAnyFreePort()
                .withSilent(true)
                .build();
        try {
            service.start();
            driver = new Driver(service.getUrl(), options(programs));
            // A browser with windows allows this to a page at a click.
            driver.devTools("Browser.grantPermissions", Map.of("permissions", List.of("clipboardSanitizedWrite")));
        } catch (IOException e) {
            end();
            throw new UncheckedIOException("chromedriver does not start", e);
        } catch (RuntimeException e) {
            end();
            throw e;
        }
    }

    private ChromeOptions options(Programs programs) {
        var options = new ChromeOptions();
        options.setBinary(programs.browser().orElseThrow().toFile());
        if (programs.areWithoutWindows()) {
            options.setCapability("browserName", "chrome-headless-shell");
        } else {
            options.addArguments("--headless=new");
        }
        options.addArguments(
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--force-device-scale-factor=1",
                // Else it draws in a hidden page what its address bar would suggest, anew for each window.
                "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,SpareRendererForSitePerProcess",
                "--lang=fr",
                "--accept-lang=fr",
                "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost",
                "--window-size=" + WIDTH + "," + HEIGHT,
                "--user-data-dir=" + profile);
        var logs = new LoggingPreferences();
        logs.enable(BrowserLogs.TRAFFIC, Level.ALL);
        logs.enable(BrowserLogs.CONSOLE, Level.WARNING);
        options.setCapability(LOGS, logs);
        return options;
    }

    boolean isAlive() {
        try {
            return !driver.getWindowHandles().isEmpty();
        } catch (WebDriverException e) {
            return false;
        }
    }

    Driver driver() {
        return driver;
    }

    @Override
    public void close() {
        try {
            driver.quit();
        } finally {
            end();
        }
    }

    /**
     * Removes the profile too. Files that a browser writes while it ends stay; the system clears its temporary folder.
     */
    private void end() {
        service.stop();
        try (var files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException | UncheckedIOException e) {
            // Somebody else was quicker.
        }
    }
}
