package io.github.pscsdk.pluginhost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
        PrivateCopies.delete(one);

        assertFalse(Files.exists(one));
        assertEquals("abc", Files.readString(other));
        copies.delete();
    }

    @Test
    void two_clients_of_one_process_share_nothing_and_nobody_else_may_look() throws Exception {
        var first = PrivateCopies.create();
        var second = PrivateCopies.create();

        assertNotEquals(first.directory(), second.directory());
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            assertEquals(
                    PosixFilePermissions.fromString("rwx------"), Files.getPosixFilePermissions(first.directory()));
        }
        first.delete();
        second.delete();
    }

    @Test
    void nothing_stays_behind() throws Exception {
        var copies = PrivateCopies.create();
        copies.copy(Files.writeString(folder.resolve("a.jar"), "abc"));

        copies.delete();

        assertFalse(Files.exists(copies.directory()));
    }
}
