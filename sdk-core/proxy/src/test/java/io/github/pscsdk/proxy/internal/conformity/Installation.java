package io.github.pscsdk.proxy.internal.conformity;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.pscsdk.workstation.PscClientBuilder;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A {@link Vendor}, and the options that show all of it to the command. */
final class Installation implements AutoCloseable {
    /** Both of this build. */
    static final Path SERVER_HALF = Path.of("target", "proxy-esante.jar");

    final Vendor vendor;
    final Path folder;
    final Path traces;
    private final TlsFront front;
    private final Path plugins;

    Installation(Path folder) throws Exception {
        this.folder = folder;
        front = TlsFront.start(folder, "TLSv1.2", "TLSv1.3");
        vendor = new Vendor(folder, URI.create("https://127.0.0.1:" + front.port()));
        traces = Files.writeString(folder.resolve("traces.json"), vendor.aDayOfTraces());
        plugins = Files.createDirectory(folder.resolve("plugins"));
        for (var archive : List.of("psc-sdk-cps-reader-plugin.jar", "psc-sdk-ecps-mobile-plugin.jar")) {
            Files.copy(ToolRun.PLUGINS.resolve(archive), plugins.resolve(archive));
        }
    }

    Instant now() throws Exception {
        var request = HttpRequest.newBuilder(vendor.simulator.control().resolve("/clock"))
                .build();
        var body = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
        return Instant.parse(new ObjectMapper().readTree(body).path("now").asText());
    }

    String[] everything() throws Exception {
        var files = Stream.of(
                "--traces=" + traces, "--workstation=" + workstation(), "--plugins=" + plugins, "--move-clock");
        return Stream.concat(Stream.of(simulator()), files).toArray(String[]::new);
    }

    /** Configuration, proxy and simulator. */
    String[] simulator() {
        return at(vendor.proxy.address());
    }

    /** The same by way of another address. */
    String[] at(URI proxy) {
        return new String[] {
            "--configuration=" + vendor.configuration,
            "--proxy=" + proxy,
            "--application-token-file=" + vendor.tokenFile,
            "--ca-file=" + vendor.authorities,
            "--simulator=" + vendor.simulator.control()
        };
    }

    /** The SDK's own half for workstations, as it is built. */
    private static Path workstation() throws Exception {
        return Path.of(PscClientBuilder.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    @Override
    public void close() {
        vendor.close();
        front.close();
    }
}
