package io.github.pscsdk.proxytools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.proxy.LogRecorder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code proxy-esante check}, and the start of the service with the same file. */
class CheckCommandTest {
    private static final String SECRET = "s3cret-value";

    /** JSON, which is the same in any language. */
    private static final Pattern CODE = Pattern.compile("\\{[^}]*}|\"[^\"]*\": \\[[^]]*]");

    private static final Pattern ENGLISH = Pattern.compile(
            "(?i)(?<![\\w.])(an|and|are|cannot|has|have|here|is|it|line|lacks|missing|needs|no|not|of|or|such|that|the|to|with|without)(?![\\w.])");

    private static final Pattern UNSPACED = Pattern.compile("(?<!\u00a0)[:;?!](?=\\s|$)");

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

        var before = command.out().length();
        assertEquals(1, command.run("check", "--lang", "en", file.toString()), command::err);

        var english = command.out().substring(before).strip().lines().toList();
        assertToldInFrench(file, english);
        return String.join("; ", english);
    }

    /** The same mistakes in the same order, each by its line and member, and typeset as French is. */
    private static void assertToldInFrench(Path file, List<String> english) {
        var command = new ProxyCommand();

        assertEquals(1, command.run("check", "--lang", "fr", file.toString()), command::err);

        var french = command.out().strip().lines().toList();
        assertEquals(
                english.stream().map(CheckCommandTest::place).toList(),
                french.stream().map(CheckCommandTest::place).toList());
        for (var sentence : french) {
            var words = CODE.matcher(sentence).replaceAll("");
            assertFalse(ENGLISH.matcher(words).find(), sentence);
            assertFalse(UNSPACED.matcher(words).find(), sentence);
        }
        assertFalse(command.out().contains(SECRET), command::out);
        assertTrue(command.err().contains("La configuration"), command::err);
    }

    /** Number of the line, and member. */
    private static String place(String sentence) {
        return sentence.replaceFirst("^ligne (\\d+)\u00a0: ", "line $1: ")
                .replace("le fichier ", "the file ")
                .replaceFirst("((line \\d+: )?(the file|\\S+)).*", "$1");
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

        assertTrue(told.startsWith(expected) && !told.contains(" is missing"), told);
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
    void a_file_that_is_no_configuration_by_its_size_is_told() throws Exception {
        assertTrue(check(new byte[(1 << 20) + 1]).endsWith(" has more than 1048576 bytes"), command::out);
    }

    @Test
    void a_file_that_is_not_there_is_told() {
        var file = folder.resolve("none.json");

        assertEquals(1, command.run("check", "--lang", "en", file.toString()));
        assertToldInFrench(file, List.of(file + " is not there"));

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
