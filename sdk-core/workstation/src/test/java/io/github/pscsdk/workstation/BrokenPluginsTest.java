package io.github.pscsdk.workstation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.testkit.support.PluginJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One folder, one good plug-in, every kind of bad one that is known: none of them is in the way of the good one. */
class BrokenPluginsTest {
    private static final Map<String, byte[]> CLASSES = BrokenSources.compiled();

    @TempDir
    Path folder;

    private final Map<String, PluginProblem> expected = new TreeMap<>();

    @Test
    void a_good_plug_in_logs_in_among_all_kinds_of_broken_ones_and_each_of_those_is_named() throws Exception {
        writeUnreadable();
        writeMisdeclared();
        writeFailing();
        jar("good.jar", "broken.Good").writeInto(folder);

        try (var server = new MockServerHalf();
                var client = Fakes.builder(server).pluginDirectory(folder).build()) {
            var session = client.login(LoginRequest.using("good"));

            assertTrue(session.isActive());
            assertEquals(2, client.authenticators().size());
            var named = client.diagnose().findings().stream()
                    .collect(Collectors.toMap(BrokenPluginsTest::file, Diagnostic::problem));
            assertEquals(expected, new TreeMap<>(named));
            assertEquals(PluginProblem.NOT_A_PLUGIN, named.get("empty.jar"));
            assertEquals(PluginProblem.INCOMPATIBLE, named.get("next.jar"));
            assertEquals(PluginProblem.DUPLICATE, named.get("same-plugin.jar"));
            assertEquals(PluginProblem.NO_AUTHENTICATOR, named.get("no-index.jar"));
            assertEquals(PluginProblem.DISABLED, named.get("switched-off.jar"));
            assertTrue(expected.size() >= 15, "there are enough kinds");
        }
    }

    @Test
    void of_two_authenticators_with_one_id_in_one_plug_in_one_is_used_and_the_other_is_named() throws Exception {
        jar("twice.jar", "broken.Good\nbroken.GoodAgain").writeInto(folder);

        try (var server = new MockServerHalf();
                var client = Fakes.builder(server).pluginDirectory(folder).build()) {
            assertTrue(client.login(LoginRequest.using("good")).isActive());

            assertEquals(
                    List.of(PluginProblem.DUPLICATE),
                    client.diagnose().findings().stream()
                            .map(Diagnostic::problem)
                            .toList());
        }
    }

    private void writeUnreadable() throws IOException {
        Files.write(expect("empty.jar", PluginProblem.NOT_A_PLUGIN), new byte[0]);
        Files.writeString(expect("text.jar", PluginProblem.NOT_A_PLUGIN), "no archive at all");
        var whole = Files.readAllBytes(jar("whole.jar", "broken.Good").writeInto(folder));
        Files.delete(folder.resolve("whole.jar"));
        Files.write(expect("truncated.jar", PluginProblem.NOT_A_PLUGIN), Arrays.copyOf(whole, whole.length / 2));
        Files.write(expect("other-form.zip", PluginProblem.NOT_A_PLUGIN), whole);
    }

    private void writeMisdeclared() throws IOException {
        refused("no-id.jar", PluginProblem.NOT_A_PLUGIN).without("Plugin-Id").writeInto(folder);
        refused("climbing-id.jar", PluginProblem.NOT_A_PLUGIN)
                .with("Plugin-Id", "../evil")
                .writeInto(folder);
        refused("no-version.jar", PluginProblem.NOT_A_PLUGIN)
                .without("Plugin-Version")
                .writeInto(folder);
        refused("odd-version.jar", PluginProblem.NOT_A_PLUGIN)
                .with("Plugin-Version", "abc")
                .writeInto(folder);
        refused("dependent.jar", PluginProblem.NOT_A_PLUGIN)
                .with("Plugin-Dependencies", "good")
                .writeInto(folder);
        refused("no-requires.jar", PluginProblem.INCOMPATIBLE)
                .without("Plugin-Requires")
                .writeInto(folder);
        refused("any.jar", PluginProblem.INCOMPATIBLE)
                .with("Plugin-Requires", "*")
                .writeInto(folder);
        refused("bare.jar", PluginProblem.INCOMPATIBLE)
                .with("Plugin-Requires", "1.0.0")
                .writeInto(folder);
        refused("open.jar", PluginProblem.INCOMPATIBLE)
                .with("Plugin-Requires", ">=1.0.0")
                .writeInto(folder);
        refused("next.jar", PluginProblem.INCOMPATIBLE)
                .with("Plugin-Requires", ">=2.0.0 & <3.0.0")
                .writeInto(folder);
        refused("garbage.jar", PluginProblem.INCOMPATIBLE)
                .with("Plugin-Requires", "[1.0,2.0)")
                .writeInto(folder);
        refused("same-plugin.jar", PluginProblem.DUPLICATE)
                .with("Plugin-Id", "good")
                .writeInto(folder);
        refused("same-authenticator.jar", PluginProblem.DUPLICATE).writeInto(folder);
        refused("switched-off.jar", PluginProblem.DISABLED).writeInto(folder);
        Files.writeString(folder.resolve("disabled.txt"), "# by the administrator\n\n  switched-off  \n");
    }

    private void writeFailing() throws IOException {
        PluginJar.named(failing("no-index.jar", PluginProblem.NO_AUTHENTICATOR))
                .classes(CLASSES)
                .writeInto(folder);
        jar(failing("empty-index.jar", PluginProblem.NO_AUTHENTICATOR), "").writeInto(folder);
        jar(failing("other-extension.jar", PluginProblem.NO_AUTHENTICATOR), "broken.NoAuthenticator")
                .writeInto(folder);
        for (var name : BrokenSources.FAILING) {
            jar(failing(name + ".jar", PluginProblem.PLUGIN_FAILED), "broken." + name)
                    .writeInto(folder);
        }
        for (var name : Set.of("broken.PluginConstructor", "broken.PluginStart", "broken.Absent", "broken.Good")) {
            jar(failing(name + ".jar", PluginProblem.PLUGIN_FAILED), "broken.Good")
                    .with("Plugin-Class", name)
                    .writeInto(folder);
        }
        jar(failing("newer-java.jar", PluginProblem.PLUGIN_FAILED), "broken.Good")
                .classes(Map.of("broken.Good", newer(CLASSES.get("broken.Good"))))
                .writeInto(folder);
        jar(failing("corrupt.jar", PluginProblem.PLUGIN_FAILED), "broken.Good")
                .classes(Map.of("broken.Good", Arrays.copyOf(CLASSES.get("broken.Good"), 200)))
                .writeInto(folder);
    }

    /** An archive that would be good but for what the test changes in its manifest. */
    private PluginJar refused(String file, PluginProblem problem) {
        return jar(failing(file, problem), "broken.Good");
    }

    private static PluginJar jar(String file, String extension) {
        return PluginJar.named(file).extension(extension, CLASSES);
    }

    private String failing(String file, PluginProblem problem) {
        expected.put(file, problem);
        return file;
    }

    private Path expect(String file, PluginProblem problem) {
        return folder.resolve(failing(file, problem));
    }

    private static byte[] newer(byte[] classFile) {
        var patched = classFile.clone();
        // The major version, JVMS 4.1.
        patched[7] = 99;
        return patched;
    }

    private static String file(Diagnostic finding) {
        return finding.facts().getOrDefault("file", "no file: " + finding.problem());
    }
}
