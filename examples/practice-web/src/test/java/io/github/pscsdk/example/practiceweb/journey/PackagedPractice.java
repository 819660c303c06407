package io.github.pscsdk.example.practiceweb.journey;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.example.practiceweb.lab.PlayedForm;
import io.github.pscsdk.testkit.simulator.PscSimulator;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.testkit.support.ReservedPort;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** {@code java -jar} with the profile {@code simulator}, at other ports than it says, and a simulator with a person at the devices. */
final class PackagedPractice implements AutoCloseable {
    static final Path JAR = Path.of("target", "practice-web-app.jar");

    private static final long MOST_SECONDS = 60;
    private static final String STARTED = "Started PracticeWeb in";

    private final URI site;
    private final PscSimulator simulator;
    private final PlayedForm form;
    private final Path log;
    private final Process process;

    private PackagedPractice(URI site, PscSimulator simulator, PlayedForm form, Path log) throws IOException {
        this.site = site;
        this.simulator = simulator;
        this.form = form;
        this.log = log;
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                JAR.toString(),
                "--spring.profiles.active=simulator",
                "--server.port=" + site.getPort(),
                "--psc.public-base-uri=" + site,
                "--psc.environment.issuer=" + simulator.issuer(),
                "--psc.environment.authorization-endpoint=" + simulator.authorizationEndpoint()));
        command.addAll(form.settings());
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    static PackagedPractice start(Path folder) throws Exception {
        var site = URI.create("http://127.0.0.1:" + ReservedPort.next());
        var simulator = PscSimulator.builder()
                .interactive()
                .client(SimulatedClient.withSecret("practice-web", "not-a-secret")
                        .withRedirectUri(site.resolve("/psc/callback"))
                        .withPostLogoutUri(site.resolve("/psc/signed-out")))
                .client(PlayedForm.CLIENT)
                .client(PlayedForm.APPLICATION)
                .start();
        var practice = new PackagedPractice(
                site, simulator, PlayedForm.start(simulator, Clock.systemUTC()), folder.resolve("log.txt"));
        practice.awaitStart();
        return practice;
    }

    private void awaitStart() throws IOException {
        try {
            Await.until("the application has started", () -> {
                assertTrue(process.isAlive(), log());
                return log().contains(STARTED);
            });
        } catch (AssertionError e) {
            close();
            throw e;
        }
    }

    URI page(String path) {
        return site.resolve(path);
    }

    PscSimulator simulator() {
        return simulator;
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() {
        process.destroyForcibly();
        form.close();
        simulator.close();
    }
}
