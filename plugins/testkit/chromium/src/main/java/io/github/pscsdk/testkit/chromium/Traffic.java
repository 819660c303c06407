package io.github.pscsdk.testkit.chromium;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.json.Json;
import org.openqa.selenium.remote.RemoteWebDriver;

/** What the browser asks the network for, by the log that chromedriver keeps. */
final class Traffic {
    static final String LOG = "performance";

    private static final String EVENT = "Network.requestWillBeSent";

    private final Json json = new Json();
    private final List<URI> requests = new ArrayList<>();
    private final RemoteWebDriver driver;

    Traffic(RemoteWebDriver driver) {
        this.driver = driver;
    }

    /** All so far; the pages of the browser itself, such as that of a new tab, are left out. */
    List<URI> requests() {
        for (var entry : driver.manage().logs().get(LOG)) {
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
