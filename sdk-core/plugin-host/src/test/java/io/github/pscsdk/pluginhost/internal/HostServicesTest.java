package io.github.pscsdk.pluginhost.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.AuthenticatorSetting;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.diagnostic.BilingualLine;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.pluginhost.NetworkSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostServicesTest {
    private static final String PROPERTY = "pscsdk.origins-test.tries";
    private static final AuthenticatorDescriptor DESCRIPTOR = AuthenticatorDescriptor.of(
                    "origins-test", WayIn.BROWSER, "Essai", "Test")
            .withSetting(AuthenticatorSetting.number("tries", BilingualLine.of("Essais", "Tries"), 1, 5))
            .withSetting(AuthenticatorSetting.secret("key", BilingualLine.of("Clé", "Key")))
            .withSetting(AuthenticatorSetting.flag("quick", BilingualLine.of("Vite", "Quick"))
                    .withDefault("true"));

    @AutoClose
    private final EngineThreads threads = new EngineThreads(Clock.systemUTC());

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
        var services = services(Optional.of(folder));

        assertEquals(
                Map.of("tries", PROPERTY, "key", "origins-test.properties"),
                services.settings(DESCRIPTOR).origins());
        assertEquals(List.of(), findings(services));
    }

    @Test
    void a_value_out_of_its_bounds_has_a_place_too_and_a_finding_that_does_not_quote_it() throws Exception {
        write("tries = 77\nunknown = 78\n");
        var services = services(Optional.of(folder));

        assertEquals(
                Map.of("tries", "origins-test.properties"),
                services.settings(DESCRIPTOR).origins());
        assertEquals(2, findings(services).size());
        assertFalse(findings(services).toString().matches("(?s).*7[78].*"));
    }

    @Test
    void the_client_of_an_authenticator_ends_with_it() {
        var services = services(Optional.empty());
        var own = services.of(DESCRIPTOR, services.settings(DESCRIPTOR));
        var client = own.httpClient();

        own.end();

        assertThrows(IllegalStateException.class, client::sslContext);

        var later = services.of(DESCRIPTOR, services.settings(DESCRIPTOR));
        later.end();
        assertThrows(IllegalStateException.class, later.httpClient()::sslContext);
    }

    @Test
    void without_a_folder_no_file_sets_anything() {
        assertEquals(Map.of(), services(Optional.empty()).settings(DESCRIPTOR).origins());
    }

    private static List<Diagnostic> findings(HostServices services) {
        var read = services.settings(DESCRIPTOR);
        return Stream.concat(read.faults().stream(), read.remarks().stream()).toList();
    }

    private HostServices services(Optional<Path> settings) {
        return new HostServices(settings, Optional.empty(), Locale.ENGLISH, threads, NetworkSettings.ofSystem());
    }

    private void write(String lines) throws Exception {
        Files.writeString(folder.resolve("origins-test.properties"), lines);
    }
}
