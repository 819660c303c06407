package io.github.pscsdk.commandline.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

class CommonOptionsTest {
    @Command(name = "some", sortOptions = false)
    private static final class Some implements Runnable {
        @Spec
        private CommandSpec spec;

        @Mixin
        private CommonOptions common;

        private boolean ran;

        @Override
        public void run() {
            ran = true;
        }
    }

    private final Some some = new Some();
    private final StringWriter out = new StringWriter();
    private final CommandLine command = Commands.of(some).setOut(new PrintWriter(out));

    @Test
    void a_command_is_told_what_was_asked_for() {
        assertEquals(0, command.execute("--json", "--verbose"));

        assertTrue(some.ran && some.common.json());
        assertEquals(true, some.spec.findOption("--verbose").getValue());
    }

    @Test
    void nothing_is_asked_for_unless_it_is_written() {
        assertEquals(0, command.execute());

        assertTrue(some.ran);
        assertFalse(some.common.json());
        assertEquals(false, some.spec.findOption("--verbose").getValue());
    }

    @Test
    void whoever_asks_for_help_gets_it_and_nothing_is_done() {
        assertEquals(0, command.execute("-h"));

        assertFalse(some.ran);
        assertTrue(out.toString().matches("(?s).*--json .*--verbose .*--lang=fr\\|en .*-h, --help.*"), out::toString);
    }
}
