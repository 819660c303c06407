package io.github.pscsdk.testkit.chromium;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One tab of the browser. For one thread. */
public final class Tab {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int TRIES = 300;

    private final Wire wire = new Wire();
    private final AtomicInteger lastId = new AtomicInteger();
    private final WebSocket socket;

    private Tab(HttpClient http, URI address) {
        socket = http.newWebSocketBuilder()
                .buildAsync(address, wire)
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
    }

    static Tab open(HttpClient http, String description) throws Exception {
        var address = MAPPER.readTree(description).get("webSocketDebuggerUrl").asText();
        var tab = new Tab(http, URI.create(address));
        tab.send("Page.enable", Map.of());
        tab.send("Log.enable", Map.of());
        return tab;
    }

    private JsonNode send(String method, Map<String, ?> parameters) throws Exception {
        var id = lastId.incrementAndGet();
        var answer = wire.expect(id);
        var message = MAPPER.writeValueAsString(Map.of("id", id, "method", method, "params", parameters));
        socket.sendText(message, true).orTimeout(30, TimeUnit.SECONDS).join();
        return answer.orTimeout(30, TimeUnit.SECONDS).join();
    }

    /** Goes to an address; does not wait for the page. */
    public void go(URI address) throws Exception {
        send("Page.navigate", Map.of("url", address.toString()));
    }

    /** Makes the window so large. */
    public void resize(int width, int height) throws Exception {
        send(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** The value of an expression, as text; empty while the page is being replaced. */
    public String evaluate(String expression) throws Exception {
        return send("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true))
                .at("/result/result/value")
                .asText();
    }

    /** Looks again and again until an expression is true. */
    public void await(String expression) throws Exception {
        for (var tries = 0; tries < TRIES; tries++) {
            if (evaluate(expression).equals("true")) {
                return;
            }
            var pause = CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS);
            CompletableFuture.runAsync(() -> {}, pause).join();
        }
        assertTrue(false, () -> "never came true: " + expression + " at " + wire.lastLog());
    }

    /** Types a text where the focus is. */
    public void type(String text) throws Exception {
        send("Input.insertText", Map.of("text", text));
    }

    /** Presses and releases a key, such as Enter or Tab. */
    public void press(String key, int code) throws Exception {
        var text = key.equals("Enter") ? "\r" : "";
        for (var type : new String[] {"keyDown", "keyUp"}) {
            send(
                    "Input.dispatchKeyEvent",
                    Map.of("type", type, "key", key, "code", key, "windowsVirtualKeyCode", code, "text", text));
        }
    }

    /** Keeps a picture of the page as a person sees it. */
    public void picture(Path file) throws Exception {
        var picture = send("Page.captureScreenshot", Map.of("format", "png"));
        Files.createDirectories(file.getParent());
        Files.write(file, Base64.getDecoder().decode(picture.at("/result/data").asText()));
    }

    /** What the browser complained about, such as content that the page's own policy forbids; nothing at best. */
    public String complaints() {
        return wire.lastLog();
    }
}
