package io.github.pscsdk.testkit.chromium;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WindowType;

/**
 * A French browser with one window and some tabs, beside an empty window that stays open. At the end it forgets all
 * that they left. See {@link InChromium}.
 */
public final class Browser implements AutoCloseable {
    private static final String FIRST = "first";
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Driver driver;
    private final String empty;
    private final Retry patience = new Retry(LIMIT);
    private final BrowserLogs logs;
    private final Map<String, Tab> tabs = new LinkedHashMap<>();

    /** A new one, which remembers nothing of others. */
    Browser(Session session) {
        driver = session.driver();
        empty = driver.getWindowHandle();
        // The leavings of earlier tests.
        driver.manage().logs().get(BrowserLogs.TRAFFIC);
        driver.manage().logs().get(BrowserLogs.CONSOLE);
        logs = new BrowserLogs(driver);
        tabs.put(FIRST, tab(WindowType.WINDOW, FIRST));
        resize(Session.WIDTH, Session.HEIGHT);
    }

    private Tab tab(WindowType type, String name) {
        driver.switchTo().newWindow(type);
        return tab(driver.getWindowHandle(), name);
    }

    private Tab tab(String handle, String name) {
        return new Tab(driver, handle, name, patience);
    }

    /** Opens a page in the tab that is there from the beginning, and waits until it is loaded. */
    public Tab open(URI address) {
        return tabs.get(FIRST).open(address);
    }

    /** The tab of that name; a new, empty one if there is none yet. */
    public Tab tab(String name) {
        return tabs.computeIfAbsent(name, missing -> tab(WindowType.TAB, missing));
    }

    /** Gives a name to the one tab that a page has opened; waits for it. */
    public Tab opened(String name) {
        var known = tabs.values().stream().map(Tab::handle).toList();
        var handle = patience.untilPresent(
                () -> opened().filter(present -> !known.contains(present)).findFirst(),
                () -> "no page has opened a tab");
        var tab = tab(handle, name);
        tabs.put(name, tab);
        return tab;
    }

    /** The handles of all tabs that were opened, by whomever. */
    private Stream<String> opened() {
        return driver.getWindowHandles().stream().filter(handle -> !handle.equals(empty));
    }

    /** Makes the window so large, in pixels; the tabs get what its frame leaves. */
    public void resize(int width, int height) {
        tabs.get(FIRST).inFront().manage().window().setSize(new Dimension(width, height));
    }

    /** Prefers dark colours in the first tab, or light ones, as a system does. */
    public void prefer(boolean dark) {
        tabs.get(FIRST).inFront();
        var scheme = Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light");
        driver.devTools("Emulation.setEmulatedMedia", Map.of("features", List.of(scheme)));
    }

    /** Every address that any tab has asked for so far, whether it was answered or not. */
    public List<URI> requests() {
        return logs.requests();
    }

    /** The complaints of the browser so far: scripts that fail, what a policy forbids, what cannot be loaded. */
    public List<String> complaints() {
        return logs.complaints();
    }

    void depict(String test) {
        tabs.values().forEach(tab -> Pictures.ofFailure(test + "-" + tab.name(), tab.picture()));
    }

    /** Closes all tabs; what the addresses that were asked for keep in the browser is removed. */
    @Override
    public void close() {
        var addresses = logs.requests();
        opened().forEach(handle -> {
            driver.switchTo().window(handle);
            driver.close();
        });
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
