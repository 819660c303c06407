package io.github.pscsdk.commandline.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.Texts;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
    private static final Texts TEXTS = CommandTexts.of(CommandTexts.class, Language.ENGLISH);

    private final StringWriter written = new StringWriter();
    private final PrintWriter out = new PrintWriter(written);
    private long now;

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
        try (var bar = new ProgressBar(out, TEXTS, true, 4, () -> now)) {
            bar.show(1);
        }

        assertTrue(text().endsWith("1/4 \n"), this::text);
        assertFalse(text().endsWith("\n\n"), this::text);
    }

    @Test
    void tells_the_rate_of_the_last_rows_and_the_time_that_the_others_take() {
        try (var bar = new ProgressBar(out, TEXTS, true, 1_000, () -> now)) {
            bar.show(0);
            now += Duration.ofSeconds(20).toNanos();
            bar.show(200);
            var first = text();
            for (var done = 400; done < 1_000; done += 200) {
                now += Duration.ofSeconds(4).toNanos();
                bar.show(done);
            }

            assertTrue(first.endsWith("200/1000  10 per second, 1:20 left    "), first);
            var lines = text().split("\r");
            assertTrue(lines[lines.length - 1].contains("800/1000  19 per second, 0:11 left"), this::text);
            assertEquals(first.length() - first.lastIndexOf('\r') - 1, lines[lines.length - 1].length(), this::text);
        }
    }

    private void count(boolean redraws, int total) {
        try (var bar = new ProgressBar(out, TEXTS, redraws, total, () -> now)) {
            for (var done = 0; done <= total; done++) {
                bar.show(done);
            }
        }
    }

    private String text() {
        return written.toString().replace(System.lineSeparator(), "\n");
    }
}
