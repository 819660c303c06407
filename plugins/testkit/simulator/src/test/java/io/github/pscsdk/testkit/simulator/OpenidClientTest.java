package io.github.pscsdk.testkit.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.github.pscsdk.testkit.persona.Personas;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The simulator as a client sees it that we did not write: openid-client, certified by the OpenID Foundation, on Node.js.
 * It is installed into the target folder, from the registry that npm is set up for.
 */
class OpenidClientTest {
    private static final Path SOURCES = Path.of("src", "test", "interop");
    private static final Path FOLDER = Path.of("target", "interop");
    private static final long MOST_MINUTES = 3;
    /** The first one whose Web Cryptography is there without a switch, which openid-client relies on. */
    private static final int OLDEST_NODE = 20;

    private static final int ABSENT = 0;

    @BeforeAll
    static void install() throws Exception {
        Files.createDirectories(FOLDER);
        if (majorVersion("node") < OLDEST_NODE || majorVersion("npm") == ABSENT) {
            skipOrFail("it needs npm and Node.js " + OLDEST_NODE + " or later (Debian: apt install nodejs npm)");
        }
        for (var file : List.of("package.json", "package-lock.json", "login.mjs")) {
            Files.copy(SOURCES.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        var npm = run(Map.of(), "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline");
        if (npm.exitCode() != 0) {
            skipOrFail("npm cannot install openid-client: " + npm.output());
        }
    }

    @Test
    void a_client_of_other_people_logs_in_both_ways_refreshes_and_logs_out() throws Exception {
        // Nobody listens there: the browser's part ends at the redirect.
        var redirectUri = "http://127.0.0.1:9/callback";
        var postLogoutUri = "http://127.0.0.1:9/";
        // Characters that the encoding of RFC 6749 §2.3.1 is about.
        var secret = "s:e&c r+é%t";
        var client = SimulatedClient.withSecret("editeur-interop", secret)
                .withRedirectUri(URI.create(redirectUri))
                .withPostLogoutUri(URI.create(postLogoutUri));

        try (var simulator = PscSimulator.builder()
                .client(client)
                .interval(Duration.ofSeconds(1))
                .start()) {
            var login = run(
                    Map.of(
                            "DISCOVERY",
                            simulator.issuer() + "/.well-known/wallet-openid-configuration",
                            "CLIENT_ID",
                            client.id(),
                            "CLIENT_SECRET",
                            secret,
                            "REDIRECT_URI",
                            redirectUri,
                            "POST_LOGOUT_URI",
                            postLogoutUri,
                            "NATIONAL_ID",
                            Personas.PHARMACIST.value()),
                    "node",
                    "login.mjs");

            assertEquals(0, login.exitCode(), login::output);
            assertEquals(
                    List.of(
                            "ok: discovery",
                            "ok: code flow with PKCE",
                            "ok: code flow with PKCE: refresh",
                            "ok: code flow with PKCE: logout",
                            "ok: CIBA poll",
                            "ok: CIBA poll: refresh",
                            "ok: CIBA poll: logout"),
                    login.output().lines().toList());
            assertEquals(1, simulator.count(Endpoint.BACKCHANNEL_AUTHENTICATION));
            assertEquals(2, simulator.count(Endpoint.LOGOUT));
            assertEquals(0, simulator.count(Endpoint.UNKNOWN));
        }
    }

    private record Run(int exitCode, String output) {}

    private static int majorVersion(String program) throws Exception {
        try {
            var version = run(Map.of(), program, "--version").output().strip();
            return Integer.parseInt(version.replaceFirst("^v", "").split("\\.", 2)[0]);
        } catch (IOException | NumberFormatException e) {
            return ABSENT;
        }
    }

    private static Run run(Map<String, String> environment, String... command) throws Exception {
        var output = Files.createTempFile("interop", ".txt");
        try {
            var builder = new ProcessBuilder(command)
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            var process = builder.start();
            try {
                assertTrue(process.waitFor(MOST_MINUTES, TimeUnit.MINUTES), () -> command[0] + " did not end");
                return new Run(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
            } finally {
                process.destroyForcibly();
            }
        } finally {
            Files.delete(output);
        }
    }

    private static void skipOrFail(String reason) {
        if (Boolean.parseBoolean(System.getenv("CI"))) {
            fail(reason);
        }
        System.getLogger(OpenidClientTest.class.getName())
                .log(System.Logger.Level.WARNING, "SKIPPED, nothing was checked: {0}", reason);
        abort(reason);
    }
}
