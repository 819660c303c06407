package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.proxy.internal.json.JsonView;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.testkit.support.Await;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A proxy whose traces lie on a file system of half a mebibyte, which only root can mount. */
class FullDiskTest {
    private static final int MOST_CALLS = 100;
    private static final String REFUSING = "899999100045";
    private static final String OTHER = "899999100029";

    @TempDir
    private Path folder;

    private Path disk;

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectory(folder.resolve("disk"));
        if (run("mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", disk.toString()) != 0) {
            var message = "SKIPPED: no tmpfs can be mounted here, so the proxy was not tried on a full disk";
            System.err.println(message);
            Assumptions.abort(message);
        }
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", disk.toString());
    }

    private Bench bench() {
        return Bench.start(proxy -> proxy.traces(disk.resolve("traces"), Optional.empty()));
    }

    @Test
    void what_cannot_be_traced_is_not_done_and_told_and_done_once_there_is_room() throws Exception {
        try (var bench = bench()) {
            var session = bench.loggedIn();
            fillUp();
            var answer = session.get("/send/open/a");
            var done = 0;
            while (answer.status() == 200 && done < MOST_CALLS) {
                done++;
                answer = session.get("/send/open/a");
            }

            assertRefused(answer);
            assertRefused(session.get("/send/form/a"));
            assertEquals(done, bench.backend.received().size(), "what was refused went to no backend");
            assertEquals(done, count(bench, "SEND"), "what was done is traced");
            assertRefused(session.connect(ConnectBody.of(Bench.PHARMACIST, Bench.CLIENT)));
            assertEquals(
                    "PSC-046",
                    JsonView.of(bench.calls().get("/v1/diagnosis").body()).text("/findings/0/code"));

            tidyUp();

            assertEquals(200, session.get("/send/open/a").status());
            assertEquals(done + 1, count(bench, "SEND"));
            assertFalse(bench.calls().get("/v1/diagnosis").text().contains("PSC-046"));
        }
    }

    @Test
    void a_login_that_cannot_be_traced_leaves_no_session_behind_and_one_that_fails_tells_why() throws Exception {
        try (var bench = bench()) {
            fillUpTo(bench);

            var refused = bench.calls().connect(ConnectBody.of(Bench.PHARMACIST, Bench.CLIENT));

            assertRefused(refused);
            assertEquals("", refused.header("Set-Cookie"));
            Await.until("a session at Pro Santé Connect has ended", () -> bench.simulator.count(Endpoint.LOGOUT) > 0);
            assertEquals(
                    401,
                    bench.calls()
                            .connect(ConnectBody.of(REFUSING, Bench.CLIENT))
                            .status());

            tidyUp();

            assertEquals(
                    200,
                    bench.calls()
                            .connect(ConnectBody.of(Bench.PHARMACIST, Bench.CLIENT))
                            .status());
            assertEquals(1, count(bench, "CONNECT_SUCCESS"));
        }
    }

    @Test
    void nobody_stays_logged_in_because_the_disk_is_full() throws Exception {
        try (var bench = bench()) {
            var session = bench.loggedIn();
            fillUpTo(bench);
            var before = bench.simulator.count(Endpoint.LOGOUT);

            var answer = session.disconnect();

            assertEquals(200, answer.status());
            assertEquals("PSC-046", answer.header("Psc-Proxy-Error"));
            assertEquals(before + 1, bench.simulator.count(Endpoint.LOGOUT));
            assertEquals(401, session.get("/send/open/a").status());
            assertEquals(401, session.disconnect().status());
        }
    }

    @Test
    void where_psc_is_away_too_the_answer_asks_for_another_try_and_the_diagnosis_tells_of_the_disk() throws Exception {
        try (var bench = bench()) {
            var session = bench.loggedIn();
            fillUpTo(bench);
            bench.simulator.turn("fault-logout", "503");

            var answer = session.disconnect();

            assertEquals(200, answer.status());
            assertEquals("PSC-019", answer.header("Psc-Proxy-Error"));
            assertEquals(401, session.get("/send/open/a").status());
            assertTrue(diagnosed(bench));
        }
    }

    @Test
    void a_login_whose_former_session_cannot_be_traced_keeps_nobody_from_the_next_try() throws Exception {
        try (var bench = bench()) {
            var session = bench.loggedIn();
            fillUpTo(bench);

            assertRefused(session.connect(ConnectBody.of(OTHER, Bench.CLIENT)));

            tidyUp();
            assertEquals(
                    200, session.connect(ConnectBody.of(OTHER, Bench.CLIENT)).status());
        }
    }

    private static void assertRefused(Answer answer) {
        assertEquals(503, answer.status(), answer::text);
        assertEquals("PSC-046", answer.header("Psc-Proxy-Error"));
    }

    private static long count(Bench bench, String type) throws Exception {
        return bench.operator().traces().stream()
                .filter(trace -> trace.text("/type").equals(type))
                .count();
    }

    /** A file has room up to the end of its last block. */
    private void fillUpTo(Bench bench) throws Exception {
        fillUp();
        for (var i = 0; i < MOST_CALLS && !diagnosed(bench); i++) {
            // Its failure is traced, as long as it can be.
            bench.calls().connect(ConnectBody.of(Bench.PHARMACIST, "nobody"));
        }
        assertTrue(diagnosed(bench), "the disk is full");
    }

    private static boolean diagnosed(Bench bench) throws Exception {
        return bench.calls().get("/v1/diagnosis").text().contains("PSC-046");
    }

    private void fillUp() throws IOException {
        try (OutputStream filler = Files.newOutputStream(disk.resolve("filler"))) {
            while (true) {
                filler.write(new byte[512]);
            }
        } catch (IOException full) {
            assertTrue(Files.size(disk.resolve("filler")) > 0, full::toString);
        }
    }

    private void tidyUp() throws IOException {
        Files.delete(disk.resolve("filler"));
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return Await.exit(
                command[0] + " ends",
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start());
    }
}
