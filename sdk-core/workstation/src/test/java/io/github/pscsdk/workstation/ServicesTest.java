package io.github.pscsdk.workstation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.AuthenticatorSetting;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.diagnostic.BilingualLine;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.spi.AuthenticationContext;
import io.github.pscsdk.spi.AuthenticationRequest;
import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.spi.AuthenticatorServices;
import io.github.pscsdk.spi.Grant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of an authenticator, and what the host offers to it. */
class ServicesTest {
    private static final AuthenticatorDescriptor BADGE = AuthenticatorDescriptor.of(
                    "badge", WayIn.BACKCHANNEL, "Badge", "Badge")
            .withSetting(AuthenticatorSetting.number("tries", BilingualLine.of("Essais", "Tries"), 1, 5)
                    .withDefault("3"))
            .withSetting(AuthenticatorSetting.secret("key", BilingualLine.of("Clé", "Key")));

    /** Records its life, and has what it was started with looked at. */
    private static class Recorder implements Authenticator {
        final List<String> life = new ArrayList<>();
        Optional<AuthenticatorServices> services = Optional.empty();

        @Override
        public AuthenticatorDescriptor descriptor() {
            return BADGE;
        }

        @Override
        public void start(AuthenticatorServices given) {
            life.add("start");
            services = Optional.of(given);
        }

        @Override
        public Grant authenticate(AuthenticationRequest request, AuthenticationContext context)
                throws PscException, InterruptedException {
            life.add("authenticate");
            return context.backchannel(Fakes.onPhone());
        }

        @Override
        public void close() {
            life.add("close");
        }
    }

    @AutoClose
    private final MockServerHalf server = new MockServerHalf();

    private final Recorder badge = new Recorder();

    @TempDir
    Path folder;

    private PscClientBuilder builder() {
        return Fakes.builder(server).authenticator(badge).settingsDirectory(folder);
    }

    private void write(String... lines) throws Exception {
        Files.write(folder.resolve("badge.properties"), List.of(lines));
    }

    @Test
    void it_is_started_before_and_closed_after_everything_else_once() throws Exception {
        var client = builder().build();
        client.login(LoginRequest.using("badge"));
        client.close();
        client.close();

        assertEquals(List.of("start", "authenticate", "close"), badge.life);
    }

    @Test
    void its_settings_come_from_its_file_or_else_from_its_descriptor() throws Exception {
        write("key = hunter-2 ");

        try (var client = builder().build()) {
            var services = badge.services.orElseThrow();

            assertEquals(Optional.of(3L), services.setting("tries", Long.class));
            assertArrayEquals(
                    "hunter-2".toCharArray(),
                    services.setting("key", char[].class).orElseThrow());
            assertThrows(IllegalArgumentException.class, () -> services.setting("tries", String.class));
            assertThrows(IllegalArgumentException.class, () -> services.setting("other", Boolean.class));
            assertFalse(services.toString().contains("hunter"));
            assertEquals(List.of(), ofBadge(client.diagnose().findings()));
        }
    }

    @Test
    void a_system_property_goes_before_the_file() throws Exception {
        write("tries=2");
        System.setProperty("pscsdk.badge.tries", "4");
        var client = builder().build();
        System.clearProperty("pscsdk.badge.tries");
        client.close();

        assertEquals(Optional.of(4L), badge.services.orElseThrow().setting("tries", Long.class));
    }

    @Test
    void with_a_value_out_of_its_bounds_it_is_not_used_and_the_finding_names_setting_and_bounds() throws Exception {
        write("tries=77");

        try (var client = builder().authenticator(Fakes.phone("phone")).build()) {
            var finding = ofBadge(client.diagnose().findings()).get(0);
            assertSame(PluginProblem.SETTING_INVALID, finding.problem());
            assertSame(Severity.BLOCKING, finding.severity());
            assertEquals("tries", finding.facts().get("setting"));
            assertEquals("1 … 5", finding.facts().get("bounds"));
            assertEquals("badge.properties", finding.facts().get("source"));
            assertFalse(finding.toString().contains("77"), "the value may be a secret");
            var failure = assertThrows(PscException.class, () -> client.login(LoginRequest.using("badge")));
            assertSame(PluginProblem.SETTING_INVALID, failure.problem());
            assertTrue(failure.getMessage().contains("setting tries in badge.properties"), failure::getMessage);
            assertEquals(Optional.of(PluginProblem.SETTING_INVALID), client.obstacle("badge"));
            assertTrue(client.login(LoginRequest.using("badge", "phone")).isActive(), "the next way is tried");
        }

        assertEquals(List.of("close"), badge.life);
    }

    @Test
    void a_setting_that_nobody_declared_is_a_warning() throws Exception {
        write("trys=2");

        try (var client = builder().build()) {
            var finding = ofBadge(client.diagnose().findings()).get(0);

            assertSame(PluginProblem.SETTING_INVALID, finding.problem());
            assertSame(Severity.WARNING, finding.severity());
            assertEquals("trys", finding.facts().get("setting"));
            assertTrue(client.login(LoginRequest.using("badge")).isActive());
        }
    }

    @Test
    void language_clock_and_http_client_are_the_host_s() {
        var client = builder().locale(Locale.FRENCH).build();
        var services = badge.services.orElseThrow();

        assertEquals(Locale.FRENCH, services.locale());
        assertTrue(services.clock().instant().getEpochSecond() > 0);
        assertSame(services.httpClient(), services.httpClient());
        assertTrue(services.httpClient().connectTimeout().isPresent());
        client.close();
    }

    @Test
    void it_keeps_something_only_where_the_host_names_a_folder() throws Exception {
        builder().build().close();
        assertEquals(Optional.empty(), badge.services.orElseThrow().state());

        builder().stateDirectory(folder.resolve("state")).build().close();
        badge.services.orElseThrow().state().orElseThrow().write("counter", new byte[] {7});
        builder().stateDirectory(folder.resolve("state")).build().close();

        var kept = badge.services.orElseThrow().state().orElseThrow().read("counter");
        assertArrayEquals(new byte[] {7}, kept.orElseThrow());
        assertTrue(Files.isDirectory(folder.resolve("state").resolve("badge")));
    }

    @Test
    void it_is_available_unless_it_says_otherwise_or_fails_to() {
        var gone = new Recorder() {
            @Override
            public AuthenticatorDescriptor descriptor() {
                return AuthenticatorDescriptor.of("gone", WayIn.BACKCHANNEL, "Parti", "Gone");
            }

            @Override
            public Optional<Problem> obstacle() {
                return Optional.of(LoginProblem.NO_ANSWER_IN_TIME);
            }
        };
        var broken = new Recorder() {
            @Override
            public AuthenticatorDescriptor descriptor() {
                return AuthenticatorDescriptor.of("broken", WayIn.BACKCHANNEL, "Cassé", "Broken");
            }

            @Override
            public Optional<Problem> obstacle() {
                throw new AssertionError("a defect");
            }
        };

        var client = builder().authenticator(gone).authenticator(broken).build();

        assertEquals(Optional.empty(), client.obstacle("badge"));
        assertEquals(Optional.empty(), client.obstacle("browser"));
        assertEquals(Optional.of(LoginProblem.NO_ANSWER_IN_TIME), client.obstacle("gone"));
        assertEquals(Optional.of(PluginProblem.PLUGIN_FAILED), client.obstacle("broken"));
        assertEquals(Optional.of(LoginProblem.AUTHENTICATOR_NOT_FOUND), client.obstacle("other"));
        client.close();
        assertTrue(client.obstacle("badge").isPresent());
    }

    @Test
    void one_that_cannot_be_closed_does_not_keep_the_client_open() throws Exception {
        var stubborn = new Recorder() {
            @Override
            public AuthenticatorDescriptor descriptor() {
                return AuthenticatorDescriptor.of("stubborn", WayIn.BACKCHANNEL, "Têtu", "Stubborn");
            }

            @Override
            public void close() {
                throw new AssertionError("a defect");
            }
        };
        try (var log = LogLines.open()) {
            var client = Fakes.builder(server)
                    .authenticator(stubborn)
                    .authenticator(badge)
                    .build();

            client.close();

            assertTrue(log.contains("WARN authenticator stubborn could not be closed: java.lang.AssertionError"));
        }
        assertEquals(List.of("start", "close"), badge.life);
    }

    private static List<Diagnostic> ofBadge(List<Diagnostic> findings) {
        return findings.stream()
                .filter(finding -> "badge".equals(finding.facts().get("authenticator")))
                .toList();
    }
}
