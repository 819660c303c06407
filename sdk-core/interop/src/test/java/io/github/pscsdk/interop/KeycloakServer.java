package io.github.pscsdk.interop;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** A Keycloak in a process of its own. Ends when it is closed, and with this JVM at the latest. */
final class KeycloakServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration GRACE = Duration.ofSeconds(15);

    private final KeycloakLaunch launch;
    private final Process process;

    private KeycloakServer(KeycloakLaunch launch, Process process) {
        this.launch = launch;
        this.process = process;
    }

    /** Starts it and waits until it answers. */
    static KeycloakServer start(KeycloakLaunch launch) throws IOException, InterruptedException {
        launch.layRealms();
        var server = new KeycloakServer(launch, launch.command().start());
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        server.awaitReady();
        return server;
    }

    private void awaitReady() throws IOException, InterruptedException {
        var http = HttpClient.newHttpClient();
        var realm = HttpRequest.newBuilder(URI.create(launch.address() + "/realms/" + KeycloakLaunch.REALM))
                .timeout(Duration.ofSeconds(30))
                .build();
        for (var looks = 0; looks < PATIENCE.dividedBy(LOOK); looks++) {
            if (process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                throw notReady("ended before it answered");
            }
            if (answers(http, realm)) {
                return;
            }
        }
        close();
        throw notReady("did not answer in time");
    }

    private static boolean answers(HttpClient http, HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private IllegalStateException notReady(String what) throws IOException {
        return new IllegalStateException("Keycloak " + what + ". It said:\n" + Files.readString(launch.log()));
    }

    @Override
    public void close() {
        // The launcher may be a shell with the server below it.
        var family = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        family.forEach(ProcessHandle::destroy);
        var ends = family.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(ends).get(GRACE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            family.forEach(ProcessHandle::destroyForcibly);
        } catch (InterruptedException e) {
            family.forEach(ProcessHandle::destroyForcibly);
            Thread.currentThread().interrupt();
        }
    }
}
