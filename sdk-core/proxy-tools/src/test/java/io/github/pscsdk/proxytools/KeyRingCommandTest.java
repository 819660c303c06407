package io.github.pscsdk.proxytools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.sessionstore.KeyRing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code proxy-esante key-ring}, in this process. */
class KeyRingCommandTest {
    private final ProxyCommand command = new ProxyCommand();

    @TempDir
    private Path folder;

    @Test
    void it_draws_keys_that_a_store_can_be_encrypted_with_for_the_owner_of_the_file_alone() throws Exception {
        var file = folder.resolve("key-ring");

        assertEquals(0, command.run("key-ring", file.toString()), command::err);

        assertTrue(KeyRing.read(file).toString().matches("KeyRing\\[20\\d\\d-\\d\\d]"));
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
        var told = command.out() + command.err();
        for (var line : Files.readAllLines(file)) {
            assertTrue(!told.contains(line.substring(line.indexOf('=') + 2)), "a key was printed");
        }
    }

    @Test
    void a_file_that_is_there_stays_as_it_is_and_that_ends_with_2() throws Exception {
        var file = Files.writeString(folder.resolve("key-ring"), "kept");

        assertEquals(2, command.run("key-ring", file.toString()));

        assertEquals("kept", Files.readString(file));
        assertTrue(command.err().contains(file.toString()), command::err);
    }

    @Test
    void a_folder_that_is_not_there_is_named_and_that_ends_with_1() {
        var absent = folder.resolve("none");

        assertEquals(1, command.run("key-ring", absent.resolve("key-ring").toString()));

        assertTrue(command.err().contains("CLI-011"), command::err);
        assertTrue(command.err().contains("there is no folder " + absent), command::err);
    }
}
