package io.github.pscsdk.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.outbox.internal.OutboxProblem;
import io.github.pscsdk.testkit.support.FullDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was told as kept is there, and what could not be kept is told, whatever the disk does. */
class FullDiskTest {
    private static final NationalId PHARMACIST = new NationalId("899999100011");
    private static final int ENTRIES = 30;

    @AutoClose
    private final FullDisk disk = FullDisk.empty();

    @TempDir
    private Path folder;

    private Outbox open() throws PscException {
        return Outbox.open(folder, Clock.systemUTC());
    }

    private static void handOver(ProfessionalOutbox outbox, UUID id) throws PscException {
        // Random, since H2 may compress what it moves.
        var text = UUID.randomUUID().toString().repeat(100);
        outbox.keepDraft(new HandOver(id, "", text, ""));
        outbox.handOver(List.of(new HandOver(id, "", text, text)));
    }

    private static Set<UUID> waiting(ProfessionalOutbox outbox) throws PscException {
        return outbox.items().stream()
                .filter(item -> item.phase() == OutboxItem.Phase.WAITING)
                .map(item -> item.handOver().id())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void every_hand_over_is_on_the_disk_or_told_as_a_failure_and_the_outbox_works_again_by_itself() throws Exception {
        var told = new TreeSet<UUID>();
        var failed = new HashSet<UUID>();
        try (var outbox = open()) {
            var own = outbox.of(PHARMACIST);
            handOver(own, first(told));
            disk.fillUp(Files.size(folder.resolve("outbox.mv.db")) + 60_000);
            for (var i = 0; i < ENTRIES; i++) {
                var id = UUID.randomUUID();
                try {
                    handOver(own, id);
                    told.add(id);
                } catch (PscException e) {
                    assertEquals(OutboxProblem.DISK_FAILED, e.problem());
                    failed.add(id);
                }
            }
            assertTrue(failed.size() > ENTRIES / 3, () -> "failed: " + failed.size());
            assertTrue(told.size() > 1, () -> "kept: " + told.size());

            disk.tidyUp();

            assertTrue(waiting(own).containsAll(told), () -> "lost of " + told.size());
            handOver(own, first(told));
            assertTrue(waiting(own).containsAll(told));
        }
        try (var outbox = open()) {
            assertTrue(waiting(outbox.of(PHARMACIST)).containsAll(told), "lost by a restart");
        }
    }

    @Test
    void a_hand_over_that_failed_is_done_by_doing_it_again() throws Exception {
        try (var outbox = open()) {
            var own = outbox.of(PHARMACIST);
            var id = UUID.randomUUID();
            var handOver = List.of(new HandOver(id, "", "", "{\"body\":true}"));
            own.keepDraft(handOver.get(0));
            disk.fillUp(1);
            var failure = assertThrows(PscException.class, () -> own.handOver(handOver));
            assertEquals(OutboxProblem.DISK_FAILED, failure.problem());

            disk.tidyUp();
            own.handOver(handOver);
            own.handOver(handOver);

            assertEquals(Set.of(id), waiting(own));
        }
    }

    @Test
    void a_disk_that_is_full_in_the_midst_of_many_is_told_as_that() throws Exception {
        var many = Stream.generate(() -> UUID.randomUUID().toString().repeat(2000))
                .map(text -> new HandOver(UUID.randomUUID(), "", text, text))
                .limit(300)
                .toList();
        try (var outbox = open()) {
            var own = outbox.of(PHARMACIST);
            own.items();
            disk.fillUp(Files.size(folder.resolve("outbox.mv.db")) + 60_000);

            var failure = assertThrows(PscException.class, () -> own.handOver(many));

            assertEquals(OutboxProblem.DISK_FAILED, failure.problem());
            disk.tidyUp();
            assertEquals(List.of(), own.items());
        }
    }

    @Test
    void what_is_kept_is_forced_to_the_disk_before_the_call_returns() throws Exception {
        try (var outbox = open()) {
            // The first one makes the file.
            for (var round = 0; round < 2; round++) {
                assertTrue(
                        forced(() -> outbox.of(PHARMACIST).keepDraft(new HandOver(UUID.randomUUID(), "", "", ""))),
                        "round " + round);
            }
        }
    }

    private interface Work {
        void run() throws PscException;
    }

    /** Whether the JVM forced the database's file. */
    private boolean forced(Work work) throws IOException, PscException {
        var file = folder.resolve("forced.jfr");
        try (var recording = new Recording()) {
            recording.enable("jdk.FileForce").withoutThreshold();
            recording.start();
            work.run();
            recording.stop();
            recording.dump(file);
        }
        // Others who record in this JVM bring events of other types.
        return RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().equals("jdk.FileForce"))
                .anyMatch(event -> event.getString("path").endsWith("outbox.mv.db"));
    }

    private static UUID first(Set<UUID> told) {
        var id = UUID.randomUUID();
        told.add(id);
        return id;
    }
}
