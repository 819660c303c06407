package io.github.pscsdk.example.desktop.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.desktop.declaration.DeclarationForm;
import io.github.pscsdk.example.desktop.declaration.SantefrPost;
import io.github.pscsdk.example.desktop.lab.Lab;
import io.github.pscsdk.example.desktop.lab.Sheets;
import io.github.pscsdk.plugin.stub.StubAuthenticator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ends the program at each step of a hand-over, by {@link Runtime#halt} in a JVM of its own, and lets it start again. The
 * receiver is the real one, behind the real proxy and a real session, which this JVM holds: the other one calls it here.
 */
class KillTest {
    private static final int FEWEST_STEPS = 20;
    private static final int PATIENCE_SECONDS = 60;

    @TempDir
    private Path folder;

    @Test
    void killed_at_any_step_of_a_hand_over_and_started_again_it_leaves_exactly_one_declaration() throws Exception {
        try (var lab = Lab.in(folder);
                var client = lab.client().authenticator(new StubAuthenticator()).build();
                var session = client.login(LoginRequest.using("stub"));
                var window = new PostWindow(session)) {
            var body = Files.writeString(folder.resolve("body.json"), body(session));
            var steps = Integer.parseInt(run(window, folder.resolve("whole"), 0, body));
            assertTrue(steps >= FEWEST_STEPS, () -> "only " + steps + " steps");
            assertEquals(1, lab.received());

            for (var step = 1; step <= steps; step++) {
                var data = folder.resolve("killed-" + step);
                assertEquals("", run(window, data, step, body), "it was to be killed at step " + step);

                startedAgain(data, session, body);

                window.awaitQuiet();
                assertEquals(1 + step, lab.received(), "killed at step " + step);
            }
        }
    }

    private static String body(AuthenticationSession session) {
        return new DeclarationForm(session.professional())
                .check(Sheets.complete())
                .body()
                .orElseThrow();
    }

    /** What waits goes out by itself; where not even that was kept, the person does it again. */
    private static void startedAgain(Path data, AuthenticationSession session, Path body) throws Exception {
        try (var outbox = Outbox.open(data, Clock.systemUTC())) {
            var tray = outbox.of(session.professional().nationalId());
            if (tray.items().stream().allMatch(item -> item.phase() == Phase.DRAFT)) {
                var again = tray.items().stream().map(Item::id).findFirst().orElseGet(UUID::randomUUID);
                tray.keepDraft(again, "again", "{}");
                tray.handOver(again, Files.readString(body));
            }
            assertEquals(Optional.empty(), Delivery.run(tray, new SantefrPost(session)));
            assertEquals(List.of(Phase.RECEIVED), phases(tray));
        }
    }

    private static List<Phase> phases(Tray tray) throws PscException {
        return tray.items().stream().map(Item::phase).toList();
    }

    /** What it printed: the number of steps it took, or nothing if it was killed. */
    private static String run(PostWindow window, Path data, int killedAt, Path body) throws Exception {
        var output = Files.createTempFile(body.getParent(), "output", ".txt");
        var child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HandOverProgram.class.getName(),
                        data.toString(),
                        window.address().toString(),
                        Integer.toString(killedAt),
                        body.toString())
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertTrue(child.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
            assertEquals(killedAt == 0 ? 0 : HandOverProgram.KILLED, child.exitValue());
            return Files.readString(output).strip();
        } finally {
            child.destroyForcibly();
        }
    }
}
