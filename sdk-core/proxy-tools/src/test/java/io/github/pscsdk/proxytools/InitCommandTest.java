package io.github.pscsdk.proxytools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.commandline.internal.CommandTexts;
import io.github.pscsdk.diagnostic.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code proxy-esante init}, and what {@code check} says of the file. */
class InitCommandTest {
    /** In the shape of ANS's example, with values of nobody. */
    private static final String EXAMPLE = """
            server:
              port: 9090
            spring:
              cloud:
                gateway:
                  routes:
                    - id: forms
                      uri: https://api.example/forms
                      predicates:
                      - Path=/send/forms/{endpoint}
                      metadata:
                        token-exchange-endpoint: https://auth.example/token
            psc:
              discoveryURL: %s/.well-known/wallet-openid-configuration
              clients:
                editeur-one:
                  type: SECRET,
                  secret: s3cret-value
                editeur-two:
                  type: MTLS
                  secret: s3cret-value
                  file: client.p12
            """;

    private final ProxyCommand command = new ProxyCommand();

    @TempDir
    private Path folder;

    private String checked(Path file) {
        var before = command.out().length();
        assertEquals(1, command.run("check", file.toString()), command::err);
        return command.out()
                .substring(before)
                .strip()
                .replaceAll("line \\d+: ", "")
                .lines()
                .reduce("", (all, line) -> all + line + "; ");
    }

    @Test
    void check_tells_what_is_to_be_filled_in_and_nothing_else() throws Exception {
        var file = folder.resolve("proxy.json");

        assertEquals(0, command.run("init", file.toString()), command::err);

        assertEquals(
                "publicBaseUri is missing; clients[0].id is missing; "
                        + "clients[0].secret.variable names a variable that is not set; applications[0].sha256 is missing; "
                        + "applications[1].sha256 is missing; ",
                checked(file));
        var text = Files.readString(file);
        assertTrue(text.startsWith("// "), "it has comments");
        Files.writeString(file, text.replace("// \"httpProxy\"", "\"httpProxy\""));
        assertTrue(
                checked(file)
                        .endsWith("; httpProxy.user is missing; "
                                + "httpProxy.password.variable names a variable that is not set; "),
                "the commented member is one");
    }

    @Test
    void its_comments_are_in_the_language_that_is_asked_for() throws Exception {
        for (var language : Language.values()) {
            var file = folder.resolve(language.tag());

            assertEquals(0, command.run("init", "--lang", language.tag(), file.toString()), command::err);

            var comment = CommandTexts.of(ProxyMain.class, language).get("init.begin", file);
            assertEquals("// " + comment, Files.readAllLines(file).get(0));
        }
    }

    @Test
    void all_but_secrets_is_taken_over_from_the_configuration_of_ans_s_example() throws Exception {
        var example = Files.writeString(
                folder.resolve("application.yml"),
                EXAMPLE.formatted("https://auth.bas.psc.esante.gouv.fr/auth/realms/esante-wallet"));
        var file = folder.resolve("proxy.json");

        assertEquals(0, command.run("init", file.toString(), "--from", example.toString()), command::err);

        var text = Files.readString(file);
        assertFalse(text.contains("s3cret-value"), text);
        for (var taken : new String[] {
            "\"port\": 9090",
            "{ \"name\": \"sandbox\" }",
            "{ \"id\": \"editeur-one\", \"method\": \"secret_basic\", \"secret\": { \"variable\": \"PSC_CLIENT_SECRET\" } }",
            "{ \"id\": \"editeur-two\", \"method\": \"mtls\", \"keyStore\": \"client.p12\", \"password\": { \"variable\": \"PSC_CLIENT_SECRET_2\" } }",
            "{ \"name\": \"forms\", \"baseUri\": \"https://api.example/forms\", \"tokenExchange\": { \"tokenEndpoint\": \"https://auth.example/token\"",
        }) {
            assertTrue(text.contains(taken), text);
        }
        assertTrue(checked(file).contains("backends[0].tokenExchange.client.id is missing; "), command::out);
    }

    @Test
    void another_environment_than_ans_s_is_custom_and_wants_its_login_page() throws Exception {
        var example =
                Files.writeString(folder.resolve("application.yml"), EXAMPLE.formatted("http://127.0.0.1:8443/realm"));
        var file = folder.resolve("proxy.json");

        assertEquals(0, command.run("init", file.toString(), "--from", example.toString()), command::err);

        assertTrue(checked(file).contains("environment.authorizationEndpoint is missing; "), command::out);
    }

    @Test
    void a_file_that_is_there_stays_as_it_is_and_that_ends_with_2() throws Exception {
        var file = Files.writeString(folder.resolve("proxy.json"), "kept");

        assertEquals(2, command.run("init", file.toString()));

        assertEquals("kept", Files.readString(file));
    }

    @Test
    void what_is_not_ans_s_example_ends_with_2_and_makes_nothing() throws Exception {
        for (var text : new String[] {"", "psc: s3cret-value", "{", "- a"}) {
            var example = Files.writeString(folder.resolve("application.yml"), text);

            assertEquals(2, command.run("init", folder.resolve("proxy.json").toString(), "--from", example.toString()));
        }
        assertFalse(Files.exists(folder.resolve("proxy.json")));
        assertFalse(command.err().contains("s3cret-value"), command::err);
    }

    @Test
    void a_file_that_cannot_be_made_or_read_ends_with_1() {
        assertEquals(1, command.run("init", folder.resolve("none/proxy.json").toString()));
        assertTrue(command.err().contains("CLI-011"), command::err);
        assertEquals(
                1,
                command.run(
                        "init",
                        folder.resolve("proxy.json").toString(),
                        "--from",
                        folder.resolve("none.yml").toString()));
        assertTrue(command.err().contains("CLI-001"), command::err);
    }
}
