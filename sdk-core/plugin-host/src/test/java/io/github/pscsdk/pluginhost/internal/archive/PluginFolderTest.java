package io.github.pscsdk.pluginhost.internal.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.PluginProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder with everything in it that a file system has. */
class PluginFolderTest {
    @TempDir
    Path folder;

    @Test
    void whatever_has_the_name_of_an_archive_is_copied_or_refused_and_nobody_waits() throws Exception {
        Files.writeString(folder.resolve("good.jar"), "abc");
        Files.createDirectory(folder.resolve("directory.jar"));
        OddFiles.pipe(folder.resolve("pipe.jar"));
        Files.createSymbolicLink(folder.resolve("link-to-directory.jar"), folder);
        Files.createSymbolicLink(folder.resolve("link-to-nothing.jar"), folder.resolve("nothing"));
        Files.createSymbolicLink(folder.resolve("link-to-itself.jar"), folder.resolve("link-to-itself.jar"));
        Files.createSymbolicLink(folder.resolve("link.jar"), folder.resolve("good.jar"));
        OddFiles.sparse(folder.resolve("huge.jar"), 10L << 30);
        Files.createDirectory(folder.resolve("directory"));
        OddFiles.pipe(folder.resolve("pipe"));

        var outcome = copyAll();

        assertEquals(
                new TreeMap<>(Map.of(
                        "good.jar", "copied",
                        "directory.jar", "is a directory",
                        "pipe.jar", "is no file",
                        "link-to-directory.jar", "is a directory",
                        "link-to-nothing.jar", "is not there any more, or a link to nothing",
                        "link-to-itself.jar", "FileSystemException",
                        "link.jar", "copied",
                        "huge.jar", "the archive is larger than 256 MiB")),
                outcome);
    }

    @Test
    void a_thousand_other_files_are_passed_over_in_silence() throws Exception {
        for (var count = 0; count < 1_000; count++) {
            Files.createFile(folder.resolve("file" + count));
        }
        Files.writeString(folder.resolve("ALSO.JAR"), "abc");
        Files.writeString(folder.resolve("good.jar"), "abc");

        var content = PluginFolder.read(folder);

        assertEquals(List.of(folder.resolve("ALSO.JAR"), folder.resolve("good.jar")), content.archives());
        assertEquals(List.of(), content.findings());
    }

    @Test
    void a_file_that_was_written_once_more_with_as_many_bytes_has_changed() throws Exception {
        var file = Files.writeString(folder.resolve("a.jar"), "abc");
        var before = PluginFolder.snapshot(folder);

        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));

        assertNotEquals(before, PluginFolder.snapshot(folder));
    }

    @Test
    void of_too_many_archives_the_first_by_name_are_used_and_one_finding_says_so() throws Exception {
        var names = new ArrayList<Path>();
        for (var count = 100; count < 500; count++) {
            names.add(Files.createFile(folder.resolve(count + ".jar")));
        }

        var content = PluginFolder.read(folder);

        assertEquals(names.subList(0, 256), content.archives());
        assertEquals(1, content.findings().size());
        var finding = content.findings().get(0);
        assertSame(PluginProblem.FOLDER_UNREADABLE, finding.problem());
        assertEquals(folder.toString(), finding.facts().get("file"));
        assertEquals("256", finding.facts().get("most"));
    }

    @Test
    void a_folder_that_is_a_file_is_refused() throws Exception {
        var file = Files.createFile(folder.resolve("file"));

        assertTrue(assertThrows(Refusal.class, () -> PluginFolder.read(file))
                .getMessage()
                .contains("NotDirectory"));
    }

    @Test
    void a_link_to_nothing_hides_no_change_of_another_file() throws Exception {
        var names = new TreeSet<String>();
        for (var count = 0; count < 10; count++) {
            names.add(folder.relativize(Files.createFile(folder.resolve(count + ".jar")))
                    .toString());
            var link = folder.resolve(".#" + count);
            names.add(folder.relativize(Files.createSymbolicLink(link, folder.resolve("nothing")))
                    .toString());
        }

        var before = PluginFolder.snapshot(folder);
        assertEquals(names, before.keySet());
        assertEquals(before, PluginFolder.snapshot(folder));

        for (var count = 0; count < 10; count++) {
            var former = PluginFolder.snapshot(folder);
            Files.writeString(folder.resolve(count + ".jar"), "abc");
            assertNotEquals(former, PluginFolder.snapshot(folder));
        }
    }

    private Map<String, String> copyAll() throws Exception {
        var outcome = new TreeMap<String, String>();
        var copies = PrivateCopies.create();
        for (var archive : PluginFolder.read(folder).archives()) {
            outcome.put(archive.getFileName().toString(), copy(copies, archive));
        }
        copies.delete();
        return outcome;
    }

    private static String copy(PrivateCopies copies, Path archive) {
        try {
            copies.copy(archive);
            return "copied";
        } catch (Refusal e) {
            return e.getMessage();
        } catch (IOException e) {
            return e.getClass().getSimpleName();
        }
    }
}
