package io.github.pscsdk.example.lab.declaration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.imports.csv.Row;
import io.github.pscsdk.example.lab.problem.LabProblem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Our own sample, damaged at random with fixed seeds. */
class DamagedFileTest {
    private static final String SAMPLE = "/io/github/pscsdk/example/lab/sample/centres-fictifs.csv";
    private static final int FILES = 100;

    @Test
    void no_damage_makes_the_reader_fail_or_go_back() throws Exception {
        var sample = sample();
        for (var seed = 0; seed < FILES; seed++) {
            var random = new Random(seed);
            var damaged = sample.clone();
            for (var i = 0; i < 40; i++) {
                damaged[random.nextInt(damaged.length)] = (byte) "\";\n\r\0\u00e9".charAt(random.nextInt(6));
            }

            var lines = linesOf(damaged);

            assertEquals(lines.stream().sorted().distinct().toList(), lines, "seed " + seed);
        }
    }

    @Test
    void one_broken_quote_costs_one_row() throws Exception {
        var text = new String(sample(), StandardCharsets.UTF_8);
        var whole = rows(sample());
        for (var row : whole.subList(0, 20)) {
            var broken = text.lines().collect(Collectors.toList());
            broken.set(row.line() - 1, broken.get(row.line() - 1).replaceFirst(";", ";\""));

            var rows = rows(String.join("\n", broken).getBytes(StandardCharsets.UTF_8));

            assertTrue(rows.size() >= whole.size(), "line " + row.line());
            assertTrue(readable(rows) >= readable(whole) - 1, "line " + row.line());
        }
    }

    private static List<Row> rows(byte[] content) throws PscException, InterruptedException {
        return CentreFile.of(() -> new ByteArrayInputStream(content)).read(rows -> rows.next(Integer.MAX_VALUE));
    }

    private static List<Integer> linesOf(byte[] content) throws InterruptedException {
        try {
            return rows(content).stream().map(Row::line).toList();
        } catch (PscException e) {
            assertEquals(LabProblem.INPUT_LAYOUT, e.problem());
            return List.of();
        }
    }

    private static long readable(List<Row> rows) {
        return rows.stream().filter(Row.Readable.class::isInstance).count();
    }

    private static byte[] sample() throws IOException {
        try (var in = DamagedFileTest.class.getResourceAsStream(SAMPLE)) {
            return in.readAllBytes();
        }
    }
}
