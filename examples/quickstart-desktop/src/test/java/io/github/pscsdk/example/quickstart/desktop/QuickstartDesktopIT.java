package io.github.pscsdk.example.quickstart.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.example.santefr.FormConfiguration;
import io.github.pscsdk.example.santefr.FormServer;
import io.github.pscsdk.example.santefr.introspection.IntrospectionClient;
import io.github.pscsdk.proxy.ProxyServer;
import io.github.pscsdk.proxy.ProxyServerBuilder;
import io.github.pscsdk.relyingparty.ApiAudience;
import io.github.pscsdk.relyingparty.ApiClientRegistration;
import io.github.pscsdk.relyingparty.ClientAuthentication;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.testkit.simulator.PscSimulator;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import io.github.pscsdk.testkit.support.Await;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as packaged, in a process of its own, with the plug-in archive; simulator, proxy and form are here. */
class QuickstartDesktopIT {
    private static final String CLIENT = "psc-demo";
    private static final String SECRET = "secret-of-the-proxy";
    private static final String APPLICATION = "application-token-of-the-test";

    @TempDir
    Path folder;

    private PscSimulator simulator;
    private FormServer form;
    private ProxyServer proxy;

    @BeforeEach
    void start() {
        simulator = PscSimulator.builder()
                .client(SimulatedClient.withSecret(CLIENT, SECRET))
                .client(SimulatedClient.withSecret("santefr-form", SECRET))
                .client(SimulatedClient.withSecret("psc-test-api", "another secret"))
                .interval(Duration.ofSeconds(1))
                .start();
        form = FormServer.start(FormConfiguration.of(
                folder.resolve("form"),
                IntrospectionClient.at(simulator.apiIntrospectionEndpoint(), "santefr-form", SECRET)));
        proxy = ProxyServer.builder(PscEnvironment.custom(simulator.issuer(), simulator.authorizationEndpoint()))
                .client(CLIENT, ClientAuthentication.clientSecretBasic(SECRET))
                .backend(
                        form.address(),
                        ApiAudience.of(
                                "santefr",
                                simulator.apiTokenEndpoint(),
                                ApiClientRegistration.of(
                                        "psc-test-api", ClientAuthentication.clientSecretBasic("another secret"))))
                .application("quick start", ProxyServerBuilder.sha256Of(APPLICATION))
                .start();
    }

    @AfterEach
    void stop() {
        proxy.close();
        form.close();
        simulator.close();
    }

    @Test
    void logs_in_hands_both_declarations_over_shows_the_findings_and_logs_out() throws Exception {
        var run = run("-Duser.language=fr");

        assertEquals(0, run.exitCode(), run::out);
        var lines = run.out().lines().toList();
        assertTrue(lines.get(0).matches("Confirm on your device: \\d\\d"), run::out);
        assertTrue(lines.get(1).startsWith("Logged in: "), run::out);
        assertTrue(run.out().contains("testing: accepted as SF-"), run::out);
        assertTrue(run.out().contains("vaccination: accepted as SF-"), run::out);
        assertTrue(
                run.out().contains("  V-TEL N at offers[0].phone: Numéro enregistré sous la forme +33345810421."),
                run::out);
        assertEquals("Logged out, at Pro Santé Connect too.", lines.get(lines.size() - 1));
        assertEquals(1, simulator.count(Endpoint.LOGOUT));
    }

    @Test
    void a_refused_login_ends_with_its_remedy() throws Exception {
        simulator.turn("behaviour", "REFUSES");

        var run = run("-Duser.language=en");

        assertEquals(1, run.exitCode(), run::out);
        assertTrue(run.out().contains("The login was refused. [PSC-001]"), run::out);
        assertTrue(run.out().contains("  - "), run::out);
    }

    private record Run(int exitCode, String out) {}

    private Run run(String language) throws Exception {
        var out = folder.resolve("out.txt").toFile();
        var program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        language,
                        "-Dstdout.encoding=UTF-8",
                        "-Dfile.encoding=UTF-8",
                        "-Dpsc.proxy=" + proxy.address(),
                        "-Dpsc.application-token=" + APPLICATION,
                        "-Dpsc.plugins=target/plugins",
                        "-cp",
                        "target/quickstart-desktop.jar" + File.pathSeparator + "target/lib/*",
                        QuickstartDesktop.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(out)
                .start();
        return new Run(
                Await.exit("the program has ended", program), Files.readString(out.toPath(), StandardCharsets.UTF_8));
    }
}
