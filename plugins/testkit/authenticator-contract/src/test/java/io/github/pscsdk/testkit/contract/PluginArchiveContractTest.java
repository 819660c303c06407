package io.github.pscsdk.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.spi.Authenticator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.ThrowingConsumer;
import org.junit.jupiter.api.io.TempDir;

/** The contract of archives, on an honest one and on one that breaks each promise. */
class PluginArchiveContractTest {
    private static final String INDEX = "META-INF/extensions.idx";
    private static final String HOME = "io/github/pscsdk/testkit/contract/";
    private static final String AUTHENTICATOR = CardAuthenticator.class.getName();

    @TempDir
    private Path folder;

    private final Map<String, String> manifest = new HashMap<>(Map.of(
            "Plugin-Id", "card",
            "Plugin-Version", "1.0.0-SNAPSHOT",
            "Plugin-Provider", "Example",
            "Plugin-Requires", ">=1.0.0 & <2.0.0"));
    private final Map<String, byte[]> files = new HashMap<>(Map.of(INDEX, bytes(AUTHENTICATOR + "\n")));

    PluginArchiveContractTest() throws IOException {
        addClass(CardAuthenticator.class);
        addClass(CardDevice.class);
        addClass(CardProblem.class);
        for (var language : List.of("fr", "en")) {
            var texts = "problems_" + language + ".properties";
            add(HOME + texts, CardProblem.class.getResourceAsStream(texts));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void addClass(Class<?> type) throws IOException {
        var file = type.getName().substring(type.getPackageName().length() + 1) + ".class";
        add(HOME + file, type.getResourceAsStream(file));
    }

    private void add(String name, InputStream content) throws IOException {
        try (content) {
            files.put(name, content.readAllBytes());
        }
    }

    /** Packs another authenticator in the place of the honest one. */
    private void offer(Class<? extends Authenticator> type) throws IOException {
        addClass(type.getNestHost());
        addClass(type);
        files.put(INDEX, bytes(type.getName() + "\n"));
    }

    /** As an author writes it. */
    private record Archive(Path archive) implements PluginArchiveContract {
        @Override
        public Class<? extends Authenticator> authenticator() {
            return CardAuthenticator.class;
        }

        @Override
        public String pluginId() {
            return "card";
        }
    }

    private Archive packed() throws IOException {
        var written = new Manifest();
        written.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.forEach(written.getMainAttributes()::putValue);
        var archive = folder.resolve("card-plugin.jar");
        try (var jar = new JarOutputStream(Files.newOutputStream(archive), written)) {
            for (var file : files.entrySet()) {
                jar.putNextEntry(new JarEntry(file.getKey()));
                jar.write(file.getValue());
            }
        }
        return new Archive(archive);
    }

    private void assertCaught(ThrowingConsumer<PluginArchiveContract> promise) throws IOException {
        var archive = packed();
        assertThrows(AssertionError.class, () -> promise.accept(archive));
    }

    @Test
    void passes_an_archive_as_hosts_want_it() throws Exception {
        var archive = packed();

        archive.the_manifest_says_what_the_engine_asks_of_a_plug_in();
        archive.the_index_names_the_authenticator_and_nothing_else();
        archive.the_archive_holds_the_plug_in_and_nothing_that_the_engine_brings();
        archive.a_host_loads_it_and_has_nothing_against_it(empty("loading"));
        archive.it_answers_in_a_host_on_a_machine_without_its_device(empty("answering"));
        archive.a_login_with_it_ends_when_it_is_cancelled(empty("cancelling"));
        archive.nothing_of_it_is_left_once_it_is_unloaded(empty("unloading"));
    }

    private Path empty(String name) throws IOException {
        return Files.createDirectory(folder.resolve(name));
    }

    @Test
    void catches_a_range_without_a_bound_and_a_version_of_one_number() throws Exception {
        manifest.put("Plugin-Requires", ">=1.0.0");
        assertCaught(PluginArchiveContract::the_manifest_says_what_the_engine_asks_of_a_plug_in);

        manifest.put("Plugin-Requires", ">=1.0.0 & <2.0.0");
        manifest.put("Plugin-Version", "1");
        assertCaught(PluginArchiveContract::the_manifest_says_what_the_engine_asks_of_a_plug_in);
    }

    @Test
    void catches_a_class_path_to_archives_that_no_host_checks() throws Exception {
        manifest.put("Class-Path", "lib/driver.jar");

        assertCaught(PluginArchiveContract::the_manifest_says_what_the_engine_asks_of_a_plug_in);
    }

    @Test
    void catches_an_index_that_is_missing_or_names_another_class() throws Exception {
        files.put(INDEX, bytes(AUTHENTICATOR + "\ncom.example.Another\n"));
        assertCaught(PluginArchiveContract::the_index_names_the_authenticator_and_nothing_else);

        files.remove(INDEX);
        assertCaught(PluginArchiveContract::the_index_names_the_authenticator_and_nothing_else);
    }

    @Test
    void catches_a_copy_of_what_the_engine_brings() throws Exception {
        files.put("org/slf4j/Logger.class", new byte[0]);

        assertCaught(PluginArchiveContract::the_archive_holds_the_plug_in_and_nothing_that_the_engine_brings);
    }

    @Test
    void catches_a_class_that_was_left_out_of_the_archive() throws Exception {
        files.remove(HOME + "CardDevice.class");

        var plugins = empty("plugins");
        assertCaught(archive -> archive.a_host_loads_it_and_has_nothing_against_it(plugins));
    }

    @Test
    void catches_a_health_check_that_fails_on_a_machine_without_the_device() throws Exception {
        offer(ArchiveLiars.Presuming.class);

        var plugins = empty("plugins");
        assertCaught(archive -> archive.it_answers_in_a_host_on_a_machine_without_its_device(plugins));
    }

    @Test
    void catches_a_login_that_goes_on_when_it_is_cancelled() throws Exception {
        offer(ArchiveLiars.Deaf.class);

        var plugins = empty("plugins");
        assertCaught(archive -> archive.a_login_with_it_ends_when_it_is_cancelled(plugins));
    }

    @Test
    void catches_a_thread_and_a_hook_of_the_jvm_that_keep_its_classes_in_memory() throws Exception {
        offer(ArchiveLiars.Forgetful.class);
        var first = empty("first");
        assertCaught(archive -> archive.nothing_of_it_is_left_once_it_is_unloaded(first));

        offer(ArchiveLiars.Hooked.class);
        var second = empty("second");
        // A hook stays for ever: it is not waited for as long as the contract waits.
        assertCaught(archive -> LoadedArchive.assertNothingIsLeft(archive.archive(), second, EngineLimits.GRACE));
    }
}
