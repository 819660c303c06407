package io.github.pscsdk.pluginhost.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.AuthenticatorSetting;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.diagnostic.BilingualLine;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.pluginhost.internal.SettingSources.CheckedSettings;
import io.github.pscsdk.pluginhost.internal.archive.OddFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingSourcesTest {
    private static final BilingualLine LABEL = BilingualLine.of("Réglage", "Setting");
    private static final AuthenticatorDescriptor DOOR = AuthenticatorDescriptor.of(
                    "door-badge", WayIn.BACKCHANNEL, "Badge", "Badge")
            .withSetting(AuthenticatorSetting.duration("waitTime", LABEL, Duration.ofSeconds(1), Duration.ofMinutes(1)))
            .withSetting(AuthenticatorSetting.secret("key", LABEL));

    private final Map<String, String> properties = new HashMap<>();
    private final Map<String, String> variables = new HashMap<>();

    @TempDir
    Path folder;

    private CheckedSettings read() {
        return new SettingSources(Optional.of(folder), properties::get, variables::get).read(DOOR);
    }

    private void write(String text) throws Exception {
        Files.writeString(folder.resolve("door-badge.properties"), text);
    }

    @Test
    void a_property_goes_before_a_variable_and_a_variable_before_the_file() throws Exception {
        assertEquals(Optional.empty(), read().value("waitTime", Duration.class));
        write("waitTime = PT2S");
        assertEquals(Optional.of(Duration.ofSeconds(2)), read().value("waitTime", Duration.class));
        variables.put("PSCSDK_DOOR_BADGE_WAIT_TIME", "PT3S");
        assertEquals(Optional.of(Duration.ofSeconds(3)), read().value("waitTime", Duration.class));
        properties.put("pscsdk.door-badge.waitTime", "PT4S");
        assertEquals(Optional.of(Duration.ofSeconds(4)), read().value("waitTime", Duration.class));
    }

    @Test
    void a_blank_value_is_none() throws Exception {
        write("waitTime = PT2S");
        properties.put("pscsdk.door-badge.waitTime", " ");

        assertEquals(Optional.of(Duration.ofSeconds(2)), read().value("waitTime", Duration.class));
    }

    @Test
    void what_comes_first_is_checked_even_if_what_comes_later_is_right() throws Exception {
        write("waitTime=PT2S");
        variables.put("PSCSDK_DOOR_BADGE_WAIT_TIME", "an hour");

        var fault = read().faults().get(0);

        assertEquals(
                Map.of(
                        "authenticator", "door-badge",
                        "setting", "waitTime",
                        "bounds", "PT1S … PT1M",
                        "source", "PSCSDK_DOOR_BADGE_WAIT_TIME"),
                fault.facts());
        assertEquals(Severity.BLOCKING, fault.severity());
    }

    @Test
    void a_file_that_cannot_be_read_is_a_fault() throws Exception {
        write("key=\\u00zz");
        assertEquals("*", read().faults().get(0).facts().get("setting"));

        write("#" + "x".repeat(70_000));
        assertEquals("*", read().faults().get(0).facts().get("setting"));

        Files.write(folder.resolve("door-badge.properties"), new byte[] {'k', 'e', 'y', '=', (byte) 0xFF});
        assertEquals("*", read().faults().get(0).facts().get("setting"));
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_name() throws Exception {
        write("\uFEFFwaitTime = PT2S");

        assertEquals(Optional.of(Duration.ofSeconds(2)), read().value("waitTime", Duration.class));
        assertEquals(List.of(), read().remarks());
    }

    @Test
    void a_pipe_a_directory_and_a_link_to_nothing_are_faults_and_nobody_waits() throws Exception {
        var file = folder.resolve("door-badge.properties");
        for (var odd : List.<OddFile>of(
                OddFiles::pipe, Files::createDirectory, it -> Files.createSymbolicLink(it, folder.resolve("gone")))) {
            odd.make(file);

            var faults = read().faults();

            assertEquals("*", faults.get(0).facts().get("setting"));
            Files.delete(file);
        }
    }

    private interface OddFile {
        void make(Path file) throws Exception;
    }

    @Test
    void without_a_folder_nothing_is_read_from_a_file() throws Exception {
        var read = new SettingSources(Optional.empty(), properties::get, variables::get).read(DOOR);

        assertTrue(read.faults().isEmpty() && read.remarks().isEmpty());
        assertEquals(Optional.empty(), read.value("key", char[].class));
    }

    @Test
    void a_secret_is_a_new_array_each_time() {
        variables.put("PSCSDK_DOOR_BADGE_KEY", "abc");
        var read = read();

        read.value("key", char[].class).orElseThrow()[0] = 'x';

        assertEquals("abc", new String(read.value("key", char[].class).orElseThrow()));
    }
}
