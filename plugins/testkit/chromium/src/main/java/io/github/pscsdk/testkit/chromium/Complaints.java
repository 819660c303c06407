package io.github.pscsdk.testkit.chromium;

import java.util.ArrayList;
import java.util.List;
import org.openqa.selenium.remote.RemoteWebDriver;

/** What stands on the browser's console. */
final class Complaints {
    static final String LOG = "browser";

    private final List<String> all = new ArrayList<>();
    private final RemoteWebDriver driver;

    Complaints(RemoteWebDriver driver) {
        this.driver = driver;
    }

    /** All so far: reading the log empties it. */
    List<String> all() {
        driver.manage().logs().get(LOG).forEach(entry -> all.add(entry.getMessage()));
        return List.copyOf(all);
    }
}
