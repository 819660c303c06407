package io.github.pscsdk.proxytools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.simulator.PscSimulator;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code proxy-esante drift}, in this process, at a simulator and with files. */
class DriftCommandTest {
    @AutoClose
    private final PscSimulator simulator = PscSimulator.builder()
            .client(SimulatedClient.withSecret("editeur-demo", "a fictitious secret"))
            .start();

    private final ProxyCommand command = new ProxyCommand();

    @TempDir
    private Path folder;

    private int drift(String... more) {
        var arguments = new ArrayList<>(List.of(
                "drift",
                "--environment",
                "custom",
                "--issuer",
                simulator.issuer().toString(),
                "--authorization-endpoint",
                simulator.authorizationEndpoint().toString()));
        arguments.addAll(List.of(more));
        return command.run(arguments.toArray(String[]::new));
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    @Test
    void a_psc_as_it_is_known_ends_with_0() {
        assertEquals(0, drift("--json"), command::err);

        assertEquals("{\"findings\":[]}", command.out().strip());
    }

    @Test
    void renamed_hosts_end_with_4_and_are_told() {
        simulator.turn("drift", "RENAMED_HOST");

        assertEquals(4, drift());

        assertTrue(command.out().contains("  DISCOVERY token_endpoint"), command::out);
        assertTrue(command.out().contains("localhost"), command::out);
    }

    @Test
    void a_saved_document_is_compared_without_the_network() throws Exception {
        var old = file("old.json", "{\"issuer\":\"https://auth.bas.esw.esante.gouv.fr/auth/realms/esante-wallet\"}");

        assertEquals(4, command.run("drift", "--environment", "sandbox", "--discovery", old, "--json"));

        assertTrue(command.out().contains("\"id\":\"sandbox-hosts\""), command::out);
        assertTrue(command.out().contains("\"when\":\"2022-07/2022-10\""), command::out);
    }

    @Test
    void a_rotated_key_is_told_at_the_next_run_only() {
        var state = folder.resolve("keys.txt").toString();
        assertEquals(0, drift("--state", state, "--json"));
        simulator.rotateKeys();

        assertEquals(0, drift("--state", state, "--json"));
        assertEquals(0, drift("--state", state, "--json"));

        var runs = command.out().strip().lines().toList();
        assertEquals("{\"findings\":[]}", runs.get(0));
        assertTrue(runs.get(1).contains("key-rotation"), runs.get(1));
        assertEquals("{\"findings\":[]}", runs.get(2));
    }

    @Test
    void a_recorded_login_is_compared_and_the_person_not_named() throws Exception {
        var claims = file(
                "claims.json",
                "{\"iss\":\"" + simulator.issuer() + "\",\"acr\":\"eidas4\",\"iat\":1,\"exp\":61,"
                        + "\"SubjectNameID\":\"899999100011\",\"family_name\":\"FICTIVE\"}");

        assertEquals(4, drift("--login", claims));

        var text = command.out();
        assertTrue(text.contains("id_token.acr") && text.contains("eidas4"), text);
        assertTrue(text.contains("2022-07/2022-10"), text);
        assertFalse(text.contains("899999100011") || text.contains("FICTIVE"), text);
    }

    @Test
    void what_a_document_says_is_no_command_to_the_terminal() throws Exception {
        var document = file("odd.json", "{\"issuer\":\"\\u001b[2J\\nhttps://evil.example.test\"}");

        drift("--discovery", document);

        assertFalse(command.out().contains("\u001b"), command::out);
        assertTrue(command.out().contains("?[2J?https://evil.example.test"), command::out);
    }

    @Test
    void a_psc_that_is_down_is_a_failure_and_no_drift() {
        simulator.turn("fault-discovery", "503");

        assertEquals(1, drift());
        assertTrue(command.err().contains("PSC-020"), command::err);
    }

    @Test
    void over_tls_the_authority_is_named_by_its_file() throws Exception {
        try (var secure = PscSimulator.builder()
                .https()
                .client(SimulatedClient.withSecret("editeur-demo", "a fictitious secret"))
                .start()) {
            var where = new String[] {
                "drift",
                "--environment",
                "custom",
                "--issuer",
                secure.issuer().toString(),
                "--authorization-endpoint",
                secure.authorizationEndpoint().toString()
            };
            assertEquals(1, command.run(where));
            assertTrue(command.err().contains("SRV-007"), command::err);

            var trusted = new ArrayList<>(List.of(where));
            trusted.addAll(List.of("--ca-file", file("ca.pem", Pem.of(secure.trustStore()))));
            assertEquals(0, command.run(trusted.toArray(String[]::new)), command::err);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--discovery", "--login", "--ca-file"})
    void a_file_that_is_not_there_is_named(String option) {
        assertEquals(1, drift(option, folder.resolve("nothing").toString()));
        assertTrue(command.err().contains("CLI-001") && command.err().contains("nothing"), command::err);
    }

    @Test
    void saved_keys_without_a_saved_document_are_used_wrongly_and_nobody_is_asked() throws Exception {
        assertEquals(2, drift("--keys", file("keys.json", "{}")));

        assertTrue(command.err().contains("--keys goes with --discovery"), command::err);
        assertEquals(0, simulator.count(Endpoint.DISCOVERY));
    }

    @Test
    void the_hosts_of_2022_and_half_an_environment_are_used_wrongly() {
        assertEquals(2, command.run("drift"));
        assertEquals(2, command.run("drift", "--environment", "custom"));
        assertEquals(2, command.run("drift", "--environment", "sandbox", "--issuer", "https://a.example.test"));
        assertEquals(
                2,
                command.run(
                        "drift",
                        "--environment",
                        "custom",
                        "--issuer",
                        "https://auth.bas.esw.esante.gouv.fr/auth",
                        "--authorization-endpoint",
                        "https://wallet.bas.esw.esante.gouv.fr/auth"));
        assertTrue(command.err().contains("left in 2022"), command::err);
    }
}
