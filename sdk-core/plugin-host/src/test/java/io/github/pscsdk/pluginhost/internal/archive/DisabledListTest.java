package io.github.pscsdk.pluginhost.internal.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.pluginhost.internal.archive.PluginFolder.DisabledList;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code disabled.txt} as administrators' editors write it. */
class DisabledListTest {
    @TempDir
    Path folder;

    private Path list;

    @BeforeEach
    void name_the_file() {
        list = folder.resolve("disabled.txt");
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, ''",
        "UTF-8, \uFEFF",
        "windows-1252, ''",
        "UTF-16LE, \uFEFF",
        "UTF-16BE, \uFEFF",
        "UTF-16LE, ''",
        "UTF-16BE, ''",
        "UTF-32LE, \uFEFF",
        "IBM850, ''"
    })
    void ids_are_read_in_whatever_encoding_they_were_saved(String encoding, String mark) throws Exception {
        var text = mark + "cps\r\n\r\n# désactivé à la demande\r\n  ecps # gelé\r\n";
        Files.write(list, text.getBytes(Charset.forName(encoding)));

        assertEquals(Set.of("cps", "ecps"), new DisabledList(list).read());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cps ecps",
                "cps,ecps",
                "\"cps\"\n'ecps'",
                "- cps\n- ecps",
                "CPS\necps",
                "cps\recps",
                "cps\u00A0\necps\u00E9"
            })
    void in_doubt_a_plug_in_is_switched_off(String text) throws Exception {
        Files.writeString(list, text);

        var disabled = new DisabledList(list).read();

        assertTrue(disabled.contains("cps"));
        assertTrue(disabled.contains("ecps"));
        assertFalse(disabled.contains("stub"));
    }

    @Test
    void no_list_switches_nothing_off() throws Exception {
        assertEquals(Set.of(), new DisabledList(list).read());
    }

    @Test
    void a_list_of_a_megabyte_is_read() throws Exception {
        Files.writeString(list, "cps\n".repeat(1 << 18));

        assertEquals(Set.of("cps"), new DisabledList(list).read());
    }

    @Test
    void a_list_of_megabytes_is_not_read() throws Exception {
        Files.writeString(list, "cps\n".repeat(1_000_000));

        assertEquals("disabled.txt cannot be read: it is larger than 1024 KiB", refused());
    }

    @Test
    void a_directory_of_that_name_is_no_list() throws Exception {
        Files.createDirectory(list);

        assertEquals("disabled.txt cannot be read: it is no file", refused());
    }

    @Test
    void a_pipe_of_that_name_is_no_list_and_nobody_waits_for_it() throws Exception {
        OddFiles.pipe(list);

        assertEquals("disabled.txt cannot be read: it is no file", refused());
    }

    @Test
    void a_link_to_a_list_that_went_is_no_empty_list() throws Exception {
        Files.createSymbolicLink(list, folder.resolve("on-the-share.txt"));

        assertEquals("disabled.txt cannot be read: it is a link to nothing", refused());
    }

    @Test
    void a_list_that_cannot_be_opened_is_no_empty_list() throws Exception {
        Files.createSymbolicLink(list, list);

        assertTrue(refused().startsWith("disabled.txt cannot be read: "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16"})
    void a_change_keeps_all_other_lines_and_their_encoding(String encoding) throws Exception {
        var charset = Charset.forName(encoding);
        var before = "# désactivé\ncps # gelé\nECPS badge\n";
        Files.write(list, before.getBytes(charset));
        var disabled = new DisabledList(list);

        disabled.add("stub");
        assertEquals(before + "stub\n", new String(Files.readAllBytes(list), charset));
        disabled.add("Stub");
        disabled.remove("cps");
        disabled.remove("ecps");
        disabled.remove("absent");

        assertEquals("# désactivé\nbadge\nstub\n", new String(Files.readAllBytes(list), charset));
        assertEquals(Set.of("badge", "stub"), disabled.read());
    }

    @Test
    void a_list_is_made_when_first_needed() throws Exception {
        new DisabledList(list).remove("cps");
        assertFalse(Files.exists(list));

        new DisabledList(list).add("cps");
        assertEquals("cps\n", Files.readString(list));
    }

    private String refused() {
        var refusal = assertThrows(Refusal.class, () -> PluginFolder.read(folder));
        assertSame(
                PluginProblem.FOLDER_UNREADABLE, refusal.about("folder").get(0).problem());
        return refusal.getMessage();
    }
}
