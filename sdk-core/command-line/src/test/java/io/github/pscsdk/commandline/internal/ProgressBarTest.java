package io.github.pscsdk.commandline.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.Language;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
    private final StringWriter written = new StringWriter();
    private final PrintWriter out = new PrintWriter(written);

    @Test
    void draws_over_one_line_of_a_terminal_and_ends_it() {
        count(true, 250);

        var text = text();
        assertTrue(text.endsWith("[##############################] 100 %  250/250 \n"), text);
        assertEquals(1, text.lines().filter(line -> line.contains("250/250")).count());
        assertEquals(101, text.chars().filter(c -> c == '\r').count());
    }

    @Test
    void writes_a_plain_line_a_quarter_where_nobody_watches() {
        count(false, 10);

        assertEquals("""
                  Declarations 3/10
                  Declarations 5/10
                  Declarations 8/10
                  Declarations 10/10
                """, text());
    }

    @Test
    void one_row_is_enough() {
        count(false, 1);

        assertEquals("  Declarations 1/1\n", text());
    }

    @Test
    void something_else_is_written_on_a_line_of_its_own() {
        try (var bar = new ProgressBar(out, CommandTexts.of(CommandTexts.class, Language.ENGLISH), true, 4)) {
            bar.show(1);
        }

        assertTrue(text().endsWith("1/4 \n"), this::text);
        assertFalse(text().endsWith("\n\n"), this::text);
    }

    private void count(boolean redraws, int total) {
        try (var bar = new ProgressBar(out, CommandTexts.of(CommandTexts.class, Language.ENGLISH), redraws, total)) {
            for (var done = 0; done <= total; done++) {
                bar.show(done);
            }
        }
    }

    private String text() {
        return written.toString().replace(System.lineSeparator(), "\n");
    }
}
