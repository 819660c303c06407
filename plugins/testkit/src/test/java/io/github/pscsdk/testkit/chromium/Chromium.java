package io.github.pscsdk.testkit.chromium;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A headless browser with a fresh profile, which ends with {@link #end()}. */
public final class Chromium {
    private static final String LISTENING = "DevTools listening on ws://";

    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();
    private final String authority;

    private Chromium(Process process) throws Exception {
        this.process = process;
        this.authority = CompletableFuture.supplyAsync(() -> authority(process.errorReader()))
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
    }

    /** Starts one. Skips the test, loudly, where Chromium is not installed; fails it where {@code CI} is {@code true}. */
    public static Chromium start(Path profile) throws Exception {
        var program = installed();
        if (program.isEmpty()) {
            var missing = "Chromium is not installed: the pages of the simulator were NOT tried in a browser";
            if ("true".equals(System.getenv("CI"))) {
                fail(missing);
            }
            System.err.println(missing);
            Assumptions.abort(missing);
        }
        var command = new ProcessBuilder(
                program.get().toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--user-data-dir=" + profile,
                "--remote-debugging-port=0",
                "about:blank");
        var started = command.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        try {
            return new Chromium(started);
        } catch (Exception e) {
            started.destroyForcibly();
            throw e;
        }
    }

    private static Optional<Path> installed() {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .flatMap(folder -> Arrays.stream(new String[] {"chromium", "chromium-browser"})
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Reads until the browser says where it listens, and then reads on, lest it waits for somebody to read. */
    private static String authority(BufferedReader errors) {
        try {
            for (var line = errors.readLine(); line != null; line = errors.readLine()) {
                if (line.startsWith(LISTENING)) {
                    CompletableFuture.runAsync(() -> errors.lines().forEach(ignored -> {}))
                            .exceptionally(closed -> null);
                    return line.substring(LISTENING.length()).split("/", 2)[0];
                }
            }
            throw new IllegalStateException("Chromium ended before it listened");
        } catch (IOException e) {
            throw new IllegalStateException("Chromium cannot be heard", e);
        }
    }

    /** Opens an empty tab. */
    public Tab tab() throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://" + authority + "/json/new?about:blank"))
                .PUT(HttpRequest.BodyPublishers.noBody())
                .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        return Tab.open(http, answer.body());
    }

    /** Ends it. */
    public void end() throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            assertTrue(process.destroyForcibly().waitFor(20, TimeUnit.SECONDS), "Chromium does not end");
        }
    }
}
