package io.github.pscsdk.proxytools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.proxy.LogRecorder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code proxy-esante check}, and the start of the service with the same file. */
class CheckCommandTest {
    private static final String SECRET = "s3cret-value";

    private final ProxyCommand command = new ProxyCommand();

    @TempDir
    private Path folder;

    private static String good() throws Exception {
        try (var in = CheckCommandTest.class.getResourceAsStream("configuration.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Each change is what the good text has, an arrow, and what is there instead. */
    private static String changed(String changes) throws Exception {
        var text = good();
        for (var change : changes.split(" && ")) {
            var parts = change.split(" =>", 2);
            assertTrue(text.contains(parts[0]), parts[0]);
            text = text.replace(parts[0], parts[1].strip());
        }
        return text;
    }

    private String check(byte[] text) throws Exception {
        var file = Files.write(folder.resolve("configuration.json"), text);

        assertEquals(1, command.run("check", file.toString()), command::err);

        return String.join("; ", command.out().strip().lines().toList());
    }

    /** All of them at once, each by its line, its member and what is allowed, and the same at the start of the service. */
    @ParameterizedTest
    @CsvFileSource(
            resources = "bad-configurations.csv",
            delimiter = '|',
            quoteCharacter = '`',
            numLinesToSkip = 1,
            maxCharsPerColumn = 8192)
    void every_mistake_is_told(String changes, String expected) throws Exception {
        var told = check(changed(changes).getBytes(StandardCharsets.UTF_8));

        assertEquals(expected, told);
        assertTrue(command.err().contains("SRV-019"), command::err);
        assertSameAtStart(told);
    }

    private void assertSameAtStart(String told) {
        try (var log = new LogRecorder()) {
            assertEquals(2, command.run(folder.resolve("configuration.json").toString()));

            // The command runs on this thread, and other tests on others.
            var lines = log.lines().stream()
                    .filter(line -> line.contains("[" + Thread.currentThread().getName() + "]"))
                    .toList();
            assertEquals(1, lines.size(), lines::toString);
            assertTrue(lines.get(0).endsWith("the proxy cannot start: SRV-019: " + told), lines::toString);
            var all = lines.get(0) + command.out() + command.err();
            assertFalse(all.contains("Exception") || all.contains("\tat "), all);
            assertFalse(all.contains(SECRET) || all.contains("1".repeat(64)), all);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | line 1: the file is empty",
                "// nothing | line 1: the file is empty",
                "[] | line 1: the file has members",
                "\"s3cret-value\" | line 1: the file has members",
            })
    void a_file_without_members_is_told(String text, String expected) throws Exception {
        var told = check(text.getBytes(StandardCharsets.UTF_8));

        assertTrue(told.startsWith(expected), told);
        assertSameAtStart(told);
    }

    @Test
    void a_file_that_no_parser_takes_is_told() throws Exception {
        for (var text : new String[] {
            "[".repeat(2000),
            "{\"store\": ".repeat(2000),
            "{\"bind\": {\"port\": " + "1".repeat(2000) + "}}",
            "{\"bind\": {\"port\": 01"
        }) {
            var told = check(text.getBytes(StandardCharsets.UTF_8));

            assertTrue(told.contains("line 1: the file is no JSON from column "), told + command.err());
        }
    }

    @Test
    void a_file_of_another_kind_is_told() throws Exception {
        assertTrue(check(good().getBytes(StandardCharsets.UTF_16)).endsWith("is not a text in UTF-8"), command::out);
    }

    @Test
    void a_file_that_is_not_there_is_told() {
        var file = folder.resolve("none.json");

        assertEquals(1, command.run("check", file.toString()));

        assertEquals(file + " is not there", command.out().strip());
        assertEquals(2, command.run(file.toString()));
    }

    @Test
    void a_file_without_a_mistake_may_have_comments_and_begins_as_it_likes() throws Exception {
        var file = Files.writeString(folder.resolve("configuration.json"), "\uFEFF" + good());

        assertEquals(0, command.run("check", file.toString()), command::out);

        assertEquals("", command.out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"sandbox\" => \"production\" && \"limits\" => \"dangerously\": [\"conformity_mode_in_production\"], \"conformityMode\": true, \"limits\"",
                "\"sandbox\" => \"custom\", \"issuer\": \"https://auth.esw.esante.gouv.fr/auth/realms/esante-wallet\", \"authorizationEndpoint\":"
                        + " \"https://wallet.esw.esante.gouv.fr/auth\" && \"limits\" => \"dangerously\": [\"custom_at_production\"], \"limits\"",
                "1111111111111111111111111111111111111111111111111111111111111111 =>"
                        + " 2222222222222222222222222222222222222222222222222222222222222222 && \"limits\" =>"
                        + " \"dangerously\": [\"operator_token_in_installation\"], \"limits\"",
            })
    void a_danger_that_is_named_is_no_mistake(String changes) throws Exception {
        var file = Files.writeString(folder.resolve("configuration.json"), changed(changes));

        assertEquals(0, command.run("check", file.toString()), command::out);
    }
}
