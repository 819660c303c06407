package io.github.pscsdk.pluginhost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.AuthenticatorSetting;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.diagnostic.ShortText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingOriginsTest {
    private static final String PROPERTY = "pscsdk.origins-test.tries";
    private static final AuthenticatorDescriptor DESCRIPTOR = AuthenticatorDescriptor.of(
                    "origins-test", WayIn.BROWSER, "Essai", "Test")
            .withSetting(AuthenticatorSetting.number("tries", ShortText.of("Essais", "Tries"), 1, 5))
            .withSetting(AuthenticatorSetting.secret("key", ShortText.of("Clé", "Key")))
            .withSetting(AuthenticatorSetting.flag("quick", ShortText.of("Vite", "Quick"))
                    .withDefault("true"));

    @TempDir
    private Path folder;

    @AfterEach
    void clear() {
        System.clearProperty(PROPERTY);
    }

    @Test
    void it_names_the_place_that_counts_and_leaves_out_what_nothing_sets() throws Exception {
        write("tries = 3\nkey = 1234567890\n");
        System.setProperty(PROPERTY, "2");
        var origins = new SettingOrigins(Optional.of(folder));

        assertEquals(Map.of("tries", PROPERTY, "key", "origins-test.properties"), origins.of(DESCRIPTOR));
        assertEquals(List.of(), origins.findings(DESCRIPTOR));
    }

    @Test
    void a_value_out_of_its_bounds_has_a_place_too_and_a_finding_that_does_not_quote_it() throws Exception {
        write("tries = 77\nunknown = 78\n");
        var origins = new SettingOrigins(Optional.of(folder));

        assertEquals(Map.of("tries", "origins-test.properties"), origins.of(DESCRIPTOR));
        assertEquals(2, origins.findings(DESCRIPTOR).size());
        assertFalse(origins.findings(DESCRIPTOR).toString().matches("(?s).*7[78].*"));
    }

    @Test
    void without_a_folder_no_file_sets_anything() {
        assertEquals(Map.of(), new SettingOrigins(Optional.empty()).of(DESCRIPTOR));
    }

    private void write(String lines) throws Exception {
        Files.writeString(folder.resolve("origins-test.properties"), lines);
    }
}
