package io.github.pscsdk.workstation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.PluginStatus;
import io.github.pscsdk.api.PluginStatus.State;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.testkit.support.PluginJar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plug-ins are added, replaced, switched off and removed while the client runs. */
class PluginReplacementTest {
    private static final LoginRequest REQUEST = LoginRequest.using("late");

    @TempDir
    Path folder;

    @AutoClose
    private final MockServerHalf server = new MockServerHalf();

    private final List<String> told = new CopyOnWriteArrayList<>();
    private LatePlugin plugin;
    private PscClient client;

    @BeforeEach
    void load_the_first_version() throws Exception {
        plugin = new LatePlugin(folder);
        plugin.close();
        plugin.write("late.jar", "1.0.0");
        client = build();
    }

    @AutoClose
    private final AutoCloseable afterwards = () -> {
        plugin.close();
        client.close();
    };

    private PscClient build() {
        return Fakes.builder(server)
                .pluginDirectory(folder)
                .onPluginChange(status -> told.add(status.file() + " " + status.state()))
                .build();
    }

    /** The version that new logins take, by its display name. */
    private String inUse(PscClient asked) {
        return asked.authenticators().stream()
                .filter(authenticator -> authenticator.id().equals("late"))
                .map(authenticator -> authenticator.displayName(Locale.ENGLISH))
                .findFirst()
                .orElse("none");
    }

    private void awaitPlugins(Predicate<List<PluginStatus>> wanted) {
        Await.until(
                "the plug-ins are as wanted", () -> wanted.test(client.plugins().all()));
    }

    private void assertSamePictureAfterColdStart() {
        try (var other = Fakes.builder(server).pluginDirectory(folder).build()) {
            assertEquals(inUse(client), inUse(other));
        }
    }

    @Test
    void another_version_takes_the_place_of_the_former_one_which_leaves_nothing_behind() throws Exception {
        assertTrue(client.login(REQUEST).isActive());
        var former = LatePlugin.loader("1.0.0");
        plugin.write("late.jar", "1.1.0");

        var after = client.plugins().refresh();

        assertEquals("1.1.0", inUse(client));
        assertTrue(client.login(REQUEST).isActive());
        assertTrue(after.stream()
                .anyMatch(status -> status.state() == State.RUNNING
                        && status.version().orElse("").equals("1.1.0")));
        awaitPlugins(all -> all.size() == 1);
        Collected.await("the former version's loader", former);
        assertEquals(
                List.of("FOUND", "RUNNING", "FOUND", "RUNNING", "DRAINING", "STOPPED"),
                told.stream().map(line -> line.split(" ")[1]).toList());
        assertSamePictureAfterColdStart();
    }

    @Test
    void a_login_under_way_ends_on_the_version_that_it_began_with_and_a_new_one_takes_the_new_version()
            throws Exception {
        server.withSilentPhone();
        var login = client.loginAsync(REQUEST);
        server.await("POST /v1/logins");
        plugin.write("late.jar", "1.1.0");

        client.plugins().refresh();

        assertEquals("1.1.0", inUse(client));
        assertTrue(client.plugins().all().stream().anyMatch(status -> status.state() == State.DRAINING));
        login.cancel(true);
        awaitPlugins(all -> all.size() == 1);
    }

    @Test
    void a_session_outlives_the_version_that_follows_its_device() throws Exception {
        plugin.does("watch", "yes");
        var session = client.login(REQUEST);
        plugin.write("late.jar", "1.1.0");

        client.plugins().refresh();

        assertTrue(session.isActive());
        assertTrue(client.plugins().all().stream().anyMatch(status -> status.state() == State.DRAINING));
        session.signOut();
        awaitPlugins(all -> all.size() == 1);
    }

    @Test
    void a_version_that_cannot_be_used_leaves_the_former_one_running_and_is_told_once() throws Exception {
        plugin.does("start", "throw");
        plugin.write("late.jar", "1.1.0");

        client.plugins().refresh();
        client.plugins().refresh();

        assertEquals("1.0.0", inUse(client));
        assertTrue(client.login(REQUEST).isActive());
        assertEquals(1, told.stream().filter("late.jar REFUSED"::equals).count());
        assertTrue(client.diagnose().findings().stream()
                .anyMatch(finding -> finding.problem() == PluginProblem.PLUGIN_FAILED));

        plugin.does("start", "");
        client.plugins().enable("late");
        assertEquals("1.1.0", inUse(client));
    }

    @Test
    void after_a_failed_upgrade_it_does_not_give_way_to_a_lower_version_either() throws Exception {
        plugin.write("late.jar", "1.1.0");
        plugin.write("older.jar", "1.0.0");
        client.plugins().refresh();
        plugin.does("start", "throw");
        plugin.write("late.jar", "1.2.0");

        client.plugins().refresh();
        client.plugins().refresh();

        assertEquals("1.1.0", inUse(client));
        assertEquals(
                List.of(PluginProblem.PLUGIN_FAILED, PluginProblem.DUPLICATE),
                client.diagnose().findings().stream()
                        .map(Diagnostic::problem)
                        .filter(PluginProblem.class::isInstance)
                        .toList());
    }

    @Test
    void an_archive_that_is_no_longer_one_leaves_the_plug_in_running() throws Exception {
        Files.write(folder.resolve("late.jar"), new byte[100]);

        client.plugins().refresh();

        assertEquals("1.0.0", inUse(client));
        assertTrue(told.contains("late.jar REFUSED"));
    }

    @Test
    void of_several_versions_the_highest_that_works_is_used_and_the_others_are_named() throws Exception {
        plugin.write("newer.jar", "1.10.0");
        plugin.write("older.jar", "1.9.0");
        client.plugins().refresh();

        assertEquals("1.10.0", inUse(client));
        var duplicates = client.diagnose().findings().stream()
                .filter(finding -> finding.problem() == PluginProblem.DUPLICATE)
                .toList();
        assertEquals(2, duplicates.size());
        duplicates.forEach(finding -> assertEquals("newer.jar", finding.facts().get("other")));
        assertSamePictureAfterColdStart();

        Files.delete(folder.resolve("newer.jar"));
        client.plugins().refresh();
        assertEquals("1.9.0", inUse(client));
    }

    @Test
    void it_is_switched_off_and_on_and_removed_for_good() throws Exception {
        Files.writeString(folder.resolve("disabled.txt"), "# kept\n");
        client.plugins().disable("late");
        assertEquals("none", inUse(client));
        assertSame(
                LoginProblem.AUTHENTICATOR_NOT_FOUND,
                assertThrows(PscException.class, () -> client.login(REQUEST)).problem());
        assertTrue(client.plugins().all().stream().anyMatch(status -> status.state() == State.STOPPED));
        assertSamePictureAfterColdStart();

        client.plugins().enable("late");
        assertEquals("1.0.0", inUse(client));
        assertEquals("# kept\n", Files.readString(folder.resolve("disabled.txt")));

        client.plugins().remove("late");
        assertEquals("none", inUse(client));
        assertFalse(Files.exists(folder.resolve("late.jar")));
        awaitPlugins(List::isEmpty);
    }

    /** Another plug-in with the same authenticator, which is looked at first. */
    private static PluginJar another() {
        return LatePlugin.archive("another.jar", "2.0.0").with("Plugin-Id", "another");
    }

    @Test
    void with_one_that_is_removed_no_archive_of_another_goes() throws Exception {
        another().writeInto(folder);
        client.plugins().refresh();

        client.plugins().remove("late");

        assertFalse(Files.exists(folder.resolve("late.jar")));
        assertTrue(Files.exists(folder.resolve("another.jar")));
    }

    @Test
    void another_plug_in_with_the_same_authenticator_is_used_once_the_first_is_switched_off() throws Exception {
        another().writeInto(folder);
        client.plugins().refresh();
        assertEquals("1.0.0", inUse(client));

        client.plugins().disable("late");

        assertEquals("2.0.0", inUse(client));
        assertTrue(client.login(REQUEST).isActive());
        assertSamePictureAfterColdStart();
    }

    @Test
    void another_plug_in_with_the_same_authenticator_takes_the_place_of_one_that_is_gone() throws Exception {
        Files.delete(folder.resolve("late.jar"));
        another().writeInto(folder);

        client.plugins().refresh();

        assertEquals("2.0.0", inUse(client));
        assertFalse(told.contains("another.jar REFUSED"));
        assertSamePictureAfterColdStart();
    }

    @Test
    void an_authenticator_that_a_new_version_leaves_out_is_another_plug_ins_at_once() throws Exception {
        another().writeInto(folder);
        PluginJar.named("late.jar")
                .with("Plugin-Version", "1.1.0")
                .extension("broken.Good", BrokenSources.compiled())
                .writeInto(folder);

        client.plugins().refresh();

        assertEquals("2.0.0", inUse(client));
        assertSamePictureAfterColdStart();
    }

    @Test
    void a_plug_in_of_which_one_authenticator_was_refused_gets_it_once_it_is_free() throws Exception {
        another()
                .classes(BrokenSources.compiled())
                .index("broken.Good\nlate.Late")
                .writeInto(folder);
        client.plugins().refresh();
        assertEquals("1.0.0", inUse(client));
        assertTrue(client.login(LoginRequest.using("good")).isActive());

        client.plugins().remove("late");

        assertEquals("2.0.0", inUse(client));
        assertTrue(client.login(LoginRequest.using("good")).isActive());
        awaitPlugins(all -> all.size() == 1);
        assertSamePictureAfterColdStart();
        var before = List.copyOf(told);
        client.plugins().refresh();
        assertEquals(before, told);
    }

    @Test
    void without_a_folder_there_is_nothing_to_change() {
        try (var bare = Fakes.builder(server).build()) {
            assertEquals(List.of(), bare.plugins().refresh());
            assertThrows(PscException.class, () -> bare.plugins().disable("late"));
        }
    }

    @Test
    void a_watched_folder_is_taken_once_a_change_has_settled() throws Exception {
        var time = new PassingTime();
        // Less than the loading of a plug-in may take.
        var pause = Duration.ofSeconds(5);
        try (var watching = Fakes.builder(server)
                .pluginDirectory(folder)
                .watchPlugins(pause)
                .clock(time.clock())
                .build()) {
            plugin.write("late.jar", "1.2.0");

            time.passesUntil(
                    "the new version is in use", pause, () -> inUse(watching).equals("1.2.0"));

            assertFalse(time.now().isBefore(PassingTime.NOON.plus(pause.multipliedBy(2))), "two looks saw the same");
        }
    }
}
