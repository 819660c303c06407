package io.github.pscsdk.testkit.chromium;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.logging.Level;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * The running programs: chromedriver, to which Selenium speaks the classic protocol over HTTP and nothing else, and Chromium
 * with an empty profile. No name is resolved but those of this machine, so no page can reach another one.
 */
final class Session implements AutoCloseable {
    static final int WIDTH = 1000;
    static final int HEIGHT = 900;

    private static final String LOGS = "goog:loggingPrefs";

    private final Profile profile = Profile.create();
    private final ChromeDriverService service;
    private final Driver driver;

    Session(Programs programs) {
        service = new ChromeDriverService.Builder()
                .usingDriverExecutable(programs.driver().toFile())
                .usingAnyFreePort()
                .withSilent(true)
                .build();
        try {
            service.start();
            driver = new Driver(service.getUrl(), options(programs));
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
        options.setBinary(programs.browser().toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--force-device-scale-factor=1",
                "--lang=fr",
                "--accept-lang=fr",
                "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost",
                "--window-size=" + WIDTH + "," + HEIGHT,
                "--user-data-dir=" + profile.folder());
        var logs = new LoggingPreferences();
        logs.enable(Traffic.LOG, Level.ALL);
        logs.enable(Complaints.LOG, Level.WARNING);
        options.setCapability(LOGS, logs);
        return options;
    }

    /** Whether both programs answer still. */
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

    private void end() {
        service.stop();
        profile.remove();
    }
}
