package io.github.pscsdk.testkit.chromium;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.remote.RemoteWebDriver;

/** One tab and its page. Every call brings the tab to the front first. */
public final class Tab {
    private static final int HIGHEST_PICTURE = 1400;

    private final RemoteWebDriver driver;
    private final String handle;
    private final String name;
    private final Retry patience;

    Tab(RemoteWebDriver driver, String handle, String name, Retry patience) {
        this.driver = driver;
        this.handle = handle;
        this.name = name;
        this.patience = patience;
    }

    /** Goes to an address, and waits until the page is loaded. */
    public Tab open(URI address) {
        inFront().get(address.toString());
        return this;
    }

    /** Loads the page again. */
    public Tab reload() {
        inFront().navigate().refresh();
        return this;
    }

    /** Something on the page, looked for when it is used. */
    public Element find(Role role, String visibleName) {
        return new Element(this, role, visibleName);
    }

    /** All that can be read on the page, on one line, with plain spaces. */
    public String text() {
        return patience.untilPresent(() -> Optional.of(read()), () -> this + " has no page");
    }

    private String read() {
        return Role.plain(inFront().findElement(By.tagName("body")).getText());
    }

    /** Sends the page's form to {@code action} with other values than a person can give it; waits for the answer. */
    public Tab send(String action, Map<String, String> values) {
        PageScripts.send(inFront(), action, values);
        patience.untilTrue(() -> PageScripts.isAnswered(inFront()), told("is not answered"));
        return this;
    }

    /** Waits until that can be read somewhere on the page, on one line. */
    public Tab awaitText(String expected) {
        patience.untilTrue(() -> read().contains(expected), told("never says «" + expected + "»"));
        return this;
    }

    /** Waits until that cannot be read on the page any more. */
    public Tab awaitNo(String unexpected) {
        patience.untilTrue(() -> !read().contains(unexpected), told("still says «" + unexpected + "»"));
        return this;
    }

    /** Waits until the page is one of that site. */
    public Tab awaitSite(URI site) {
        patience.untilTrue(() -> address().getAuthority().equals(site.getAuthority()), told("is not at " + site));
        return this;
    }

    private Supplier<String> told(String what) {
        return () -> this + " " + what + ": " + text();
    }

    /** Where it is. */
    public URI address() {
        return URI.create(inFront().getCurrentUrl());
    }

    /** The title on the tab itself. */
    public String title() {
        return Role.plain(inFront().getTitle());
    }

    /** The keyboard, for this page. */
    public Keyboard keyboard() {
        return new Keyboard(this);
    }

    /** The obstacles for a reader on this page; empty if a program can find none. */
    public List<String> hindrances() {
        return PageScripts.hindrances(inFront());
    }

    /** The findings of axe-core on this page that are serious or critical; empty if there are none. */
    public List<String> seriousViolations() {
        return PageScripts.seriousViolations(inFront());
    }

    /**
     * Leaves a picture of the page, from top to bottom and as wide as the window, in {@code target/screenshots}. With
     * {@code -Dupdate=true} the documents' picture of that name is replaced too, if there is one, unless it shows the
     * same but for some digits.
     */
    public Tab screenshot(String picture) {
        Pictures.ofPage(picture, wholePage());
        return this;
    }

    /** The window is as high as the page for a moment. */
    byte[] wholePage() {
        var window = inFront().manage().window();
        var before = window.getSize();
        var frame = before.getHeight() - pixels("return innerHeight");
        var height = pixels("return Math.ceil(document.documentElement.offsetHeight)");
        window.setSize(new Dimension(before.getWidth(), Math.min(HIGHEST_PICTURE, height) + frame));
        try {
            return picture();
        } finally {
            window.setSize(before);
        }
    }

    private int pixels(String script) {
        return ((Number) Objects.requireNonNull(driver.executeScript(script))).intValue();
    }

    byte[] picture() {
        return inFront().getScreenshotAs(OutputType.BYTES);
    }

    RemoteWebDriver inFront() {
        driver.switchTo().window(handle);
        return driver;
    }

    String handle() {
        return handle;
    }

    String name() {
        return name;
    }

    Retry patience() {
        return patience;
    }

    /** Which tab, and where; without the query, in which there may be a code. */
    @Override
    public String toString() {
        return "tab " + name + " at " + inFront().getCurrentUrl().split("\\?", 2)[0];
    }
}
