package io.github.pscsdk.testkit.chromium;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.WindowType;

/** The windows of one test, beside an empty one that stays open. At their end the browser forgets all that they left. */
final class Windows {
    private final Driver driver;
    private final String empty;

    Windows(Driver driver) {
        this.driver = driver;
        this.empty = driver.getWindowHandle();
        // What the tests before have left.
        driver.manage().logs().get(BrowserLogs.TRAFFIC);
        driver.manage().logs().get(BrowserLogs.CONSOLE);
    }

    Driver driver() {
        return driver;
    }

    String open(WindowType type) {
        driver.switchTo().newWindow(type);
        return driver.getWindowHandle();
    }

    /** The handles of all tabs that were opened, by whomever. */
    List<String> opened() {
        return driver.getWindowHandles().stream()
                .filter(handle -> !handle.equals(empty))
                .toList();
    }

    /** Closes them all; what those addresses keep in the browser is removed. */
    void close(Collection<URI> addresses) {
        for (var handle : opened()) {
            driver.switchTo().window(handle);
            driver.close();
        }
        driver.switchTo().window(empty);
        driver.devTools("Network.clearBrowserCookies", Map.of());
        driver.devTools("Network.clearBrowserCache", Map.of());
        addresses.stream()
                .map(address -> address.getScheme() + "://" + address.getRawAuthority())
                .distinct()
                .forEach(origin ->
                        driver.devTools("Storage.clearDataForOrigin", Map.of("origin", origin, "storageTypes", "all")));
    }
}
