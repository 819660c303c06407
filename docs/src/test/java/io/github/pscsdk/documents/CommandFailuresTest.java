package io.github.pscsdk.documents;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.pscsdk.command.Psc;
import io.github.pscsdk.commandline.internal.Commands;
import io.github.pscsdk.example.lab.PscLab;
import io.github.pscsdk.proxytools.ProxyMain;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The failures of every command of the three programs, as another program reads them. */
class CommandFailuresTest {
    private static final Map<String, Supplier<CommandLine>> PROGRAMS =
            Map.of("psc", Psc::commandLine, "psc-lab", PscLab::commandLine, "proxy-esante", ProxyMain::commandLine);

    /** These are picocli's, and ignore what they do not know. */
    private static final List<String> TAKE_ANYTHING = List.of("help", "generate-completion");

    @TempDir
    private Path folder;

    private record Run(int exitCode, String out, String err) {
        static Run of(String line, Object... more) {
            var words = new ArrayList<>(List.of(line.split(" ")));
            Arrays.stream(more).map(Object::toString).forEach(words::add);
            var out = new StringWriter();
            var err = new StringWriter();
            var exitCode = PROGRAMS.get(words.get(0))
                    .get()
                    .setOut(new PrintWriter(out, true))
                    .setErr(new PrintWriter(err, true))
                    .execute(words.stream().skip(1).toArray(String[]::new));
            return new Run(exitCode, out.toString(), err.toString());
        }

        JsonNode error() {
            var document = assertDoesNotThrow(() -> new ObjectMapper().readTree(out), this::toString);
            assertEquals(1, out.lines().count(), this::toString);
            assertEquals(List.of("error"), names(document), this::toString);
            assertEquals(List.of("code", "party", "remedy", "detail"), names(document.get("error")), this::toString);
            return document.get("error");
        }

        private static List<String> names(JsonNode object) {
            var names = new ArrayList<String>();
            object.fieldNames().forEachRemaining(names::add);
            return names;
        }
    }

    static Stream<String> commands() {
        return PROGRAMS.values().stream()
                .flatMap(program -> specs(program.get()))
                .filter(command -> !TAKE_ANYTHING.contains(command.name()))
                .map(CommandSpec::qualifiedName);
    }

    private static boolean works(CommandSpec command) {
        return command.subcommands().isEmpty() && !TAKE_ANYTHING.contains(command.name());
    }

    private static Stream<CommandSpec> specs(CommandLine command) {
        return Stream.concat(
                Stream.of(command.getCommandSpec()),
                command.getSubcommands().values().stream().flatMap(CommandFailuresTest::specs));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void an_option_that_it_does_not_know_is_told_as_JSON_and_nothing_else(String command) {
        var run = Run.of(command, "--json", "--no-such-option");

        assertEquals(2, run.exitCode(), run::toString);
        assertEquals("CLI-013", run.error().get("code").asText());
        var told = run.err().lines().findFirst().orElseThrow();
        assertTrue(run.error().get("detail").asText().endsWith(told), run::toString);
        assertFalse(run.err().contains("\tat "), run::toString);
    }

    /** A {@code -} stands for a path below a file: nothing is there, and nothing can be made there. */
    @ParameterizedTest
    @CsvSource({
        "psc login --with nope --plugins -, 1, PSC-064",
        "psc login --with browser --authorities -, 2, CLI-013",
        "psc login --with browser --proxy http://proxy.example/, 2, PSC-067",
        "psc doctor --compare -, 1, CLI-010",
        "psc doctor --proxy http://127.0.0.1:1 --plugins - --bundle -, 1, CLI-011",
        "psc guide --from NOPE-1, 2, CLI-013",
        "psc guide --addresses -, 2, CLI-013",
        "psc plugin verify --nope, 2, CLI-013",
        "psc plugins --nope, 2, CLI-013",
        "psc version --nope, 2, CLI-013",
        "psc-lab version --nope, 2, CLI-013",
        "proxy-esante version --nope, 2, CLI-013",
        "psc-lab demo --input -, 1, CLI-001",
        "psc-lab demo --journal -, 1, CLI-011",
        "psc-lab simulate --scenario -, 2, CLI-013",
        "proxy-esante -, 2, SRV-019",
        "proxy-esante check -, 1, SRV-019",
        "proxy-esante init -, 1, CLI-011",
        "proxy-esante key-ring -, 1, CLI-011",
        "proxy-esante copy-sessions - -, 2, CLI-013",
        "proxy-esante traces -, 2, CLI-013",
        "proxy-esante drift --environment sandbox --discovery -, 1, CLI-001",
        "proxy-esante conformity --list -, 2, CLI-013",
        "proxy-esante conformity --csv -, 1, CLI-011"
    })
    void a_failure_is_told_as_JSON_and_nothing_else_with_a_code_of_the_table(String line, int exitCode, String code)
            throws IOException {
        var absent =
                Files.writeString(folder.resolve("file"), "").resolve("below").toString();
        var command = line.replaceAll("(?<= )-(?= |$)", absent.replace("\\", "\\\\"));

        var french = Run.of(command, "--json", "--lang=fr");
        var english = Run.of(command, "--json", "--lang=en");

        assertEquals(exitCode, french.exitCode(), french::toString);
        assertTrue(Commands.EXIT_CODES.containsKey(String.valueOf(exitCode)));
        assertEquals(code, french.error().get("code").asText());
        assertFalse(french.err().contains("\tat "), french::toString);
        var remedy = french.error().get("remedy");
        assertFalse(remedy.get("steps").isEmpty());
        assertFalse(remedy.equals(english.error().get("remedy")), "the remedy is in the language that was asked for");
        if (code.equals("CLI-011")) {
            assertTrue(french.error().get("detail").asText().contains(absent), french::toString);
        }
    }

    @Test
    void every_command_has_a_row_above_and_the_same_options() {
        var rows = Arrays.stream(rows()).map(row -> row.split(" --| -|,")[0]).collect(Collectors.toSet());
        var working = PROGRAMS.values().stream()
                .flatMap(program -> specs(program.get()))
                .filter(CommandFailuresTest::works)
                .toList();

        assertTrue(working.size() > 12, working::toString);
        assertAll(working.stream().map(command -> () -> {
            var name = command.qualifiedName();
            assertTrue(rows.contains(name), () -> "no failure of " + name);
            for (var option : List.of("--json", "--lang", "--verbose", "--help")) {
                assertTrue(command.optionsMap().containsKey(option), () -> name + " lacks " + option);
            }
        }));
    }

    private static String[] rows() {
        return Arrays.stream(CommandFailuresTest.class.getDeclaredMethods())
                .flatMap(method -> Stream.ofNullable(method.getAnnotation(CsvSource.class)))
                .findFirst()
                .orElseThrow()
                .value();
    }

    @Test
    void an_authenticator_that_is_not_there_is_the_first_word_and_the_only_one() {
        var run = Run.of("psc login --with nope --lang=en --plugins", folder.resolve("absent"));

        assertEquals(1, run.exitCode());
        assertTrue(run.err().startsWith("This way of logging in is not installed. (PSC-064)"), run::err);
        assertTrue(run.err().contains("nope") && run.err().contains("browser"), run::err);
        assertEquals(1, run.err().split("\\([A-Z]{3}-[0-9]{3}\\)", -1).length - 1, run::err);
    }

    @Test
    void the_page_has_the_table_of_exit_codes() {
        var table = Repository.read("docs/command-line.md")
                .lines()
                .filter(line -> line.matches("\\| [0-9]+ \\| .*"))
                .toList();

        assertEquals(
                Commands.EXIT_CODES.entrySet().stream()
                        .map(row -> "| " + row.getKey() + " | " + row.getValue() + " |")
                        .toList(),
                table);
    }
}
