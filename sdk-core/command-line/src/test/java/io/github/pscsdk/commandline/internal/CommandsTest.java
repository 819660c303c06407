package io.github.pscsdk.commandline.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

class CommandsTest {
    private static final String QUOTED_BY_A_FAULT = "s3cret";

    @Command(name = "some", subcommands = Faulty.class)
    private static final class Some extends Commands.Group {}

    @Command(name = "faulty")
    private static final class Faulty implements Runnable {
        @Mixin
        private CommonOptions common;

        @Option(names = "--address")
        private URI address;

        @Override
        public void run() {
            throw new IllegalStateException(QUOTED_BY_A_FAULT);
        }
    }

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine command =
            Commands.of(new Some()).setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));

    @Test
    void a_fault_is_told_by_its_place_alone() {
        assertEquals(1, command.execute("faulty", "--lang=fr"));

        assertTrue(err.toString().contains("(" + CommandLineProblem.FAULT.code() + ")"), err::toString);
        assertTrue(err.toString().contains("IllegalStateException at "), err::toString);
        assertTrue(err.toString().contains("éditeur"), err::toString);
        assertFalse(err.toString().contains(QUOTED_BY_A_FAULT), err::toString);
        assertFalse(err.toString().contains("\tat "), err::toString);
        assertEquals("", out.toString());
    }

    @Test
    void a_fault_is_one_line_of_JSON_too() {
        assertEquals(1, command.execute("faulty", "--json"));

        assertTrue(out.toString().matches("\\{\"error\": \\{\"code\": \"CLI-014\".*}}\\R"), out::toString);
    }

    @Test
    void a_command_that_is_used_wrongly_is_one_line_of_JSON_too_and_quotes_are_escaped() {
        assertEquals(2, command.execute("faulty", "--json", "--\"nope"));

        assertTrue(out.toString().contains(CommandLineProblem.USED_WRONGLY.code()), out::toString);
        assertTrue(out.toString().contains("--\\u0022nope"), out::toString);
        assertTrue(err.toString().contains("--\"nope"), err::toString);
    }

    @Test
    void what_is_no_address_is_told_in_words() {
        assertEquals(2, command.execute("faulty", "--address=192.0.2.1:8080"));

        assertTrue(err.toString().contains("'--address': an address, such as https://host.example"), err::toString);
        assertFalse(err.toString().contains("Exception"), err::toString);
    }

    @ParameterizedTest
    @CsvSource({"version, some (not packaged)", "version --json, {\"version\": \"some (not packaged)\"}"})
    void the_version_is_a_subcommand_as_well(String line, String expected) {
        assertEquals(0, command.execute(line.split(" ")));

        assertEquals(expected, out.toString().strip());
    }

    @Test
    void help_is_a_subcommand_as_well_and_every_command_lists_the_same_exit_codes() {
        assertEquals(0, command.execute("help", "faulty"));

        assertTrue(out.toString().contains("Usage: some faulty"), out::toString);
        Commands.EXIT_CODES.forEach((code, meaning) -> assertTrue(out.toString().contains(meaning), out::toString));
    }

    @Test
    void a_shell_can_complete_the_subcommands() {
        assertEquals(0, command.execute("generate-completion"));

        assertTrue(out.toString().contains("some_faulty"), out::toString);
    }
}
