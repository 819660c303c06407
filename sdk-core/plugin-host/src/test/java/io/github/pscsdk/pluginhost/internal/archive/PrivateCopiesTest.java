package io.github.pscsdk.pluginhost.internal.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.pluginhost.PluginIntegrity;
import io.github.pscsdk.pluginhost.internal.archive.PrivateCopies.Trust;
import io.github.pscsdk.testkit.support.PluginJar;
import java.io.File;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateCopiesTest {
    @TempDir
    Path folder;

    @Test
    void each_copy_is_a_file_of_its_own_and_goes_alone() throws Exception {
        var copies = PrivateCopies.create();
        var archive = Files.writeString(folder.resolve("any.jar"), "abc");

        var one = copies.copy(archive);
        var other = copies.copy(archive);
        copies.discard(one);

        assertFalse(Files.exists(one));
        assertEquals("abc", Files.readString(other));
        copies.delete();
    }

    @Test
    void two_clients_of_one_process_share_nothing_and_nobody_else_may_look() throws Exception {
        var first = PrivateCopies.create();
        var second = PrivateCopies.create();

        assertNotEquals(first.directory, second.directory);
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            assertEquals(PosixFilePermissions.fromString("rwx------"), Files.getPosixFilePermissions(first.directory));
        }
        first.delete();
        second.delete();
    }

    @Test
    void the_place_of_one_that_is_trusted_by_its_sum_is_taken_by_none_that_is_only_signed() {
        var bySum = new Trust(true, Set.of(), Optional.empty());
        var signed = new Trust(false, Set.of("a", "b"), Optional.empty());
        var otherwise = new Trust(false, Set.of("c"), Optional.empty());

        assertTrue(bySum.mayTakePlaceOf(signed));
        assertFalse(signed.mayTakePlaceOf(bySum));
        assertTrue(signed.mayTakePlaceOf(new Trust(false, Set.of("b", "c"), Optional.empty())));
        assertFalse(signed.mayTakePlaceOf(otherwise));
    }

    @Test
    void nothing_stays_behind() throws Exception {
        var copies = PrivateCopies.create();
        copies.copy(Files.writeString(folder.resolve("a.jar"), "abc"));

        copies.delete();

        assertFalse(Files.exists(copies.directory));
    }

    @Test
    void what_grows_while_it_is_copied_is_copied_to_the_bound_and_no_further() throws Exception {
        var written = new AtomicLong();
        var endless = new InputStream() {
            @Override
            public int read() {
                return 0;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                return length;
            }
        };
        var counting = new OutputStream() {
            @Override
            public void write(int octet) {
                written.incrementAndGet();
            }

            @Override
            public void write(byte[] buffer, int offset, int length) {
                written.addAndGet(length);
            }
        };

        var copied = ArchiveBounds.transfer(endless, counting, ArchiveBounds.MOST_BYTES);

        assertTrue(copied > ArchiveBounds.MOST_BYTES);
        assertEquals(ArchiveBounds.MOST_BYTES, written.get());
    }

    @Test
    void all_copies_together_have_a_bound_and_of_the_one_that_breaks_it_nothing_stays() throws Exception {
        var copies = PrivateCopies.create(10 << 20);
        var first = copies.copy(OddFiles.sparse(folder.resolve("first.jar"), 8 << 20));

        var refusal =
                assertThrows(Refusal.class, () -> copies.copy(OddFiles.sparse(folder.resolve("second.jar"), 8 << 20)));

        assertEquals("with those before it, the archive is larger than 10 MiB", refusal.getMessage());
        try (var files = Files.list(copies.directory)) {
            assertEquals(List.of(first), files.toList());
        }
        copies.copy(OddFiles.sparse(folder.resolve("third.jar"), 1 << 20));
        copies.delete();
    }

    @Test
    void the_room_for_all_copies_may_be_used_to_its_last_byte() throws Exception {
        var copies = PrivateCopies.create(1 << 20);

        copies.copy(OddFiles.sparse(folder.resolve("first.jar"), 1 << 20));

        assertThrows(Refusal.class, () -> copies.copy(OddFiles.sparse(folder.resolve("second.jar"), 1)));
        copies.delete();
    }

    @Test
    void an_archive_that_grew_beyond_its_bound_while_it_was_copied_is_refused() throws Exception {
        var copies = PrivateCopies.create();

        assertEquals(ArchiveBounds.MOST_BYTES, copies.checked(ArchiveBounds.MOST_BYTES));
        var refusal = assertThrows(Refusal.class, () -> copies.checked(ArchiveBounds.MOST_BYTES + 1));

        assertEquals("the archive is larger than 256 MiB", refusal.getMessage());
        copies.delete();
    }

    @Test
    void an_archive_that_is_switched_off_is_refused_by_its_id_and_no_copy_of_it_stays() throws Exception {
        var copies = PrivateCopies.create();
        var archive = PluginJar.named("badge.jar").writeTo(folder.resolve("any.jar"));

        var refusal = assertThrows(
                Refusal.class, () -> copies.stage(archive, Set.of("badge", "other"), PluginIntegrity.off()));

        assertEquals("is listed in disabled.txt", refusal.getMessage());
        try (var files = Files.list(copies.directory)) {
            assertEquals(List.of(), files.toList());
        }
        assertEquals(
                "badge",
                copies.stage(archive, Set.of("other"), PluginIntegrity.off()).id());
        copies.delete();
    }

    @Test
    void the_room_of_a_copy_that_is_not_loaded_is_given_to_others() throws Exception {
        var copies = PrivateCopies.create(10 << 20);
        var archive = OddFiles.sparse(folder.resolve("any.jar"), 8 << 20);

        copies.discard(copies.copy(archive));
        copies.copy(archive);

        try (var files = Files.list(copies.directory)) {
            assertEquals(1, files.count());
        }
        copies.delete();
    }

    @Test
    void what_a_plug_in_left_among_the_copies_keeps_none_of_them() throws Exception {
        var copies = PrivateCopies.create();
        // Before and after: a directory is listed in an order of its own.
        leave(copies.directory, "early");
        for (var count = 0; count < 20; count++) {
            copies.copy(OddFiles.sparse(folder.resolve(count + ".jar"), 3));
        }
        leave(copies.directory, "late");

        copies.delete();

        try (var files = Files.list(copies.directory)) {
            assertTrue(files.allMatch(Files::isDirectory));
        }
        try (var files = Files.walk(copies.directory)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }

    private static void leave(Path directory, String name) throws Exception {
        for (var count = 0; count < 20; count++) {
            Files.createFile(
                    Files.createDirectory(directory.resolve(name + count)).resolve("file"));
        }
    }
}
