package io.github.pscsdk.testkit.chromium;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.json.Json;
import org.openqa.selenium.remote.RemoteWebDriver;

/**
 * The logs of chromedriver: the requests to the network, and the complaints on the console. Reading a log empties it.
 */
final class BrowserLogs {
    static final String TRAFFIC = "performance";
    static final String CONSOLE = "browser";

    private static final String EVENT = "Network.requestWillBeSent";

    private final Json json = new Json();
    private final List<URI> requests = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private final RemoteWebDriver driver;

    BrowserLogs(RemoteWebDriver driver) {
        this.driver = driver;
    }

    List<String> complaints() {
        driver.manage().logs().get(CONSOLE).forEach(entry -> complaints.add(entry.getMessage()));
        return List.copyOf(complaints);
    }

    /** All requests so far; the pages of the browser itself, such as that of a new tab, are left out. */
    List<URI> requests() {
        for (var entry : driver.manage().logs().get(TRAFFIC)) {
            var event = member(json.toType(entry.getMessage(), Json.MAP_TYPE), "message");
            if (EVENT.equals(event.get("method"))) {
                add(member(member(event, "params"), "request").get("url").toString());
            }
        }
        return List.copyOf(requests);
    }

    private void add(String url) {
        if (url.startsWith("http:") || url.startsWith("https:") || url.startsWith("ws")) {
            requests.add(URI.create(url));
        }
    }

    @SuppressWarnings("unchecked") // what JSON calls an object
    private static Map<String, Object> member(Map<String, Object> object, String name) {
        return (Map<String, Object>) object.get(name);
    }
}
