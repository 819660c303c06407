package io.github.pscsdk.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.commandline.internal.LocalProxy;
import io.github.pscsdk.proxy.ProxyServer;
import io.github.pscsdk.proxy.ProxyServerBuilder;
import io.github.pscsdk.relyingparty.ClientAuthentication;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.testkit.persona.Personas;
import io.github.pscsdk.testkit.simulator.PscSimulator;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands with which {@code docs/write-a-plugin.md} begins, run as they stand there in a folder that holds the checkout; and what
 * the build of the generated project does not let pass. Our own artifacts come from the repository of the consumer projects, all
 * others from where this build has them.
 */
@DisabledIfSystemProperty(
        named = "invoker.skip",
        matches = "|true",
        disabledReason = "needs the repository of the consumer projects, which are built with CI=true")
class GeneratedPluginIT {
    private static final Path OURS = Repository.ROOT.resolve("sdk-core/consumers/target/repository");
    private static final int MOST_SECONDS = 180;
    private static final String SECRET = "a-secret-of-the-test";

    /** How a command ended, and what it wrote. */
    private record Outcome(int exitCode, String output) {
        String ofSuccess() {
            assertEquals(0, exitCode, output);
            return output;
        }

        String ofFailure() {
            assertNotEquals(0, exitCode, output);
            return output;
        }
    }

    @TempDir
    static Path folder;

    private static List<String> commands;
    private static String built;

    @BeforeAll
    static void generate_and_build() throws Exception {
        assertTrue(Files.isDirectory(OURS), "build the consumer projects before: mvn verify");
        Files.createSymbolicLink(folder.resolve("psc-sdk"), Repository.ROOT);
        commands = new Markdown("write-a-plugin.md", Repository.read("docs/write-a-plugin.md"))
                .snippets().stream()
                        .filter(snippet -> snippet.language().equals("sh"))
                        .findFirst()
                        .orElseThrow()
                        .lines();
        assertEquals(3, commands.size(), "generate, build, try");
        run(commands.get(0)).ofSuccess();
        built = run(commands.get(1)).ofSuccess();
    }

    @AfterAll
    static void leave_the_checkout() throws IOException {
        Files.deleteIfExists(folder.resolve("psc-sdk"));
    }

    @Test
    void the_packaged_plug_in_logs_in() throws Exception {
        try (var simulator = PscSimulator.builder()
                        .client(SimulatedClient.withSecret(LocalProxy.CLIENT, SECRET))
                        .interval(Duration.ofSeconds(1))
                        .start();
                var proxy = ProxyServer.builder(
                                PscEnvironment.custom(simulator.issuer(), simulator.authorizationEndpoint()))
                        .client(LocalProxy.CLIENT, ClientAuthentication.clientSecretBasic(SECRET))
                        .application("tests", ProxyServerBuilder.sha256Of(LocalProxy.APPLICATION_TOKEN))
                        .start()) {
            // A build takes no fixed port: the proxy of psc-lab simulate may be there.
            var output = run(commands.get(2) + " --proxy " + proxy.address()).ofSuccess();

            assertTrue(output.contains(Personas.PHARMACIST.value()), output);
        }
    }

    @Test
    void its_build_prints_no_details_of_what_its_tests_log() {
        assertFalse(Pattern.compile("\\b(?:TRACE|DEBUG) ").matcher(built).find(), built);
    }

    /** Its short form is {@link GeneratedNamesTest}. */
    @Test
    @Tag("long")
    void the_prefix_that_a_long_name_makes_is_one_of_the_contract() throws Exception {
        var name = "badge-of-the-clinic-on-the-hill";

        run(commands.get(0).replace("door-badge", name)).ofSuccess();

        var problem = "src/main/java/com/example/BadgeOfTheClinicOnTheHillProblem.java";
        var code = Files.readString(folder.resolve(name).resolve(problem));
        assertTrue(code.contains("\"BADGEOFTHECLINIC-001\""), code);
    }

    @Test
    @Tag("long")
    void the_contract_runs_on_the_oldest_junit_of_its_range() throws Exception {
        run(commands.get(1) + " -Djunit.version=5.10.5").ofSuccess();
    }

    @Test
    @Tag("long")
    void a_build_in_which_no_test_ran_fails() throws Exception {
        var project = copy("without-tests");
        Files.delete(project.resolve("src/test/java/com/example/DoorBadgeAuthenticatorTest.java"));

        var output = run("mvn -f without-tests verify").ofFailure();

        assertTrue(output.contains("No tests were executed"), output);
    }

    @Test
    @Tag("long")
    void a_build_in_which_no_processor_wrote_the_index_fails() throws Exception {
        copy("without-index");

        var output =
                run("mvn -f without-index verify -Dmaven.compiler.proc=none").ofFailure();

        assertTrue(output.contains("META-INF/extensions.idx is missing"), output);
    }

    @Test
    @Tag("long")
    void who_is_asked_for_an_id_is_asked_again_for_one_that_the_sdk_uses_itself() throws Exception {
        var asking = commands.get(0).replace("-DinteractiveMode=false ", "").replace("door-badge", "cps");

        var output = run(asking, "cps\nkey-fob\n\n\n\n").ofSuccess();

        assertTrue(output.contains("Value does not match the expression"), output);
        assertTrue(Files.exists(folder.resolve("cps/src/main/java/com/example/KeyFobAuthenticator.java")), output);
    }

    /** The generated project as it was before its first build. */
    private static Path copy(String name) throws IOException {
        var from = folder.resolve("door-badge");
        var to = folder.resolve(name);
        try (var files = Files.walk(from)) {
            for (var file : files.filter(file -> !file.startsWith(from.resolve("target")))
                    .toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
        return to;
    }

    private static Outcome run(String line) throws IOException, InterruptedException {
        return run(line, "");
    }

    /** What is typed is on standard input, in a file that ends there. */
    private static Outcome run(String line, String typed) throws IOException, InterruptedException {
        var words = new ArrayList<>(List.of(line.split("\\s+")));
        words.set(0, program(words.get(0)).toString());
        var said = Files.createTempFile(folder, "said", ".txt");
        var input = Files.writeString(Files.createTempFile(folder, "typed", ".txt"), typed);
        var builder = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectInput(input.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        var environment = builder.environment();
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put(
                "MAVEN_ARGS",
                "--no-transfer-progress -Dstyle.color=never -Dmaven.repo.local=" + OURS + " -Dmaven.repo.local.tail="
                        + System.getProperty("outer.repository"));
        // It is over before the optimizing compiler has paid.
        environment.put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        var process = builder.start();
        try {
            assertTrue(process.waitFor(MOST_SECONDS, TimeUnit.SECONDS), () -> line + " did not end");
            return new Outcome(process.exitValue(), Files.readString(said));
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** Those with which this build runs. */
    private static Path program(String name) {
        var home = System.getProperty(name.equals("mvn") ? "outer.maven" : "java.home");
        return Path.of(home, "bin", name);
    }
}
