package io.github.pscsdk.example.lab.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.pscsdk.example.lab.PscLab;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command is killed while it declares hundreds of rows, and begun again. */
class JournalIT {
    private static final int ROWS = 500;
    private static final int MANY_ROWS = 50_000;
    private static final List<String> ENGLISH = List.of("-Duser.language=en");

    @TempDir
    private Path folder;

    @Test
    void killed_and_stopped_and_begun_again_every_row_is_declared_exactly_once() throws Exception {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        var journal = folder.resolve("journal");
        var input = ManyRows.write(folder.resolve("rows.csv"), 0, ROWS);
        var until = random.nextInt(1_000_000);
        try (var process = start(input, journal)) {
            awaitSize(until, journal, process);
            process.kill();
        }
        var more = size(journal) + 100_000;
        try (var command = RunningCommand.start(PscLab.commandLine(), arguments(input, journal))) {
            command.await("it has come further", () -> size(journal) > more);
            var run = command.interrupt();

            assertEquals(1, run.exitCode(), run::toString);
            assertTrue(
                    run.lastLine()
                            .matches("declarations: [0-9]+ read, [0-9]+ accepted, [0-9]+ rejected, [0-9]+ to correct"),
                    run::toString);
        }
        assertDeclaredOnce(ROWS, input, journal, "seed " + seed);
    }

    private static void awaitSize(long bytes, Path journal, JarProcess process) {
        process.await("it has come that far", () -> size(journal) > bytes || isOver(process));
    }

    @Test
    @Tag("long")
    @Tag("rows")
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void killed_every_five_seconds_every_row_of_fifty_thousand_is_declared_exactly_once() throws Exception {
        var journal = folder.resolve("journal");
        var input = ManyRows.write(folder.resolve("rows.csv"), 0, MANY_ROWS);
        var begun = System.nanoTime();
        var kills = 0;
        while (isKilledAfterFiveSeconds(input, journal)) {
            kills++;
        }
        System.out.println(MANY_ROWS + " rows, killed " + kills + " times, within "
                + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun) + " s");
        assertDeclaredOnce(MANY_ROWS, input, journal, kills + " kills");
    }

    /** They begin with the first new row: until then, a run reports the rows that are in the journal. */
    private boolean isKilledAfterFiveSeconds(Path input, Path journal) throws Exception {
        var before = reported();
        try (var process = start(input, journal)) {
            while (reported() <= before && !isOver(process)) {
                awaitProgress(process);
            }
            if (process.endsWithin(Duration.ofSeconds(5))) {
                return false;
            }
            process.kill();
            return true;
        }
    }

    /** Begins the run again in this process, for the last time: none is lost then, and none is there twice. */
    private void assertDeclaredOnce(int rows, Path input, Path journal, String detail) throws Exception {
        var run = CommandRun.ofDemo("--json", "--input=" + input, "--journal=" + journal, "--report=" + report());

        assertEquals(0, run.exitCode(), run::toString);
        var summary = new ObjectMapper().readTree(run.out());
        assertEquals(rows, summary.path("read").asInt(), run::toString);
        var accepted = summary.path("accepted").asInt();
        assertTrue(accepted > rows / 2, run::toString);
        var form = journal.resolve("declarations");
        // Each row has an id of its own in its content: a second one of the same would have the same hash.
        assertEquals(accepted, ask(form, "SELECT COUNT(*) FROM hand_over"), detail);
        assertEquals(accepted, ask(form, "SELECT COUNT(DISTINCT proof_hash) FROM dossier_version"), detail);
        var items = journal.resolve("outbox").resolve("outbox");
        assertEquals(accepted, ask(items, "SELECT COUNT(*) FROM item WHERE phase = 'RECEIVED'"), detail);
        assertEquals(0, ask(items, "SELECT COUNT(*) FROM item WHERE phase = 'WAITING'"), detail);
    }

    private static boolean isOver(JarProcess process) {
        return process.out().contains("read, ");
    }

    private JarProcess start(Path input, Path journal) throws IOException {
        return JarProcess.start(folder, ENGLISH, arguments(input, journal));
    }

    private String[] arguments(Path input, Path journal) {
        return new String[] {
            "demo",
            "--plugins=" + CommandRun.PLUGINS,
            "--input=" + input,
            "--journal=" + journal,
            "--report=" + report()
        };
    }

    private Path report() {
        return folder.resolve("report.csv");
    }

    /** It has until then as long as it takes, if only it goes on. */
    private void awaitProgress(JarProcess process) {
        var before = reported();
        process.await("it comes further", () -> reported() != before || isOver(process));
    }

    private long reported() {
        return report().toFile().length();
    }

    private static long size(Path journal) {
        return journal.resolve("outbox").resolve("outbox.mv.db").toFile().length();
    }

    private static int ask(Path database, String query) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:h2:async:" + database + ";IFEXISTS=TRUE");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
