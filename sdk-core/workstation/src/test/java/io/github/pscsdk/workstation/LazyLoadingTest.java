package io.github.pscsdk.workstation;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.support.PluginJar;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first useful answer, the list of authenticators, must not wait for libraries that only a login needs. */
class LazyLoadingTest {
    @TempDir
    Path folder;

    @Test
    void building_a_client_with_a_plug_in_loads_neither_okhttp_nor_jackson_nor_awt() throws Exception {
        PluginJar.named("good.jar")
                .extension("broken.Good", BrokenSources.compiled())
                .writeInto(folder);
        try (var application = new RecordingLoader()) {
            var start = application.loadClass(Start.class.getName());
            var ids = start.getMethod("idsOfAuthenticators", Path.class).invoke(null, folder);

            assertEquals("[browser, good]", ids.toString());
            assertTrue(application.loaded.contains("org.pf4j.PluginWrapper"), "the recording works");
            assertEquals(
                    List.of(),
                    application.loaded.stream()
                            .filter(name -> name.startsWith("okhttp3.")
                                    || name.startsWith("okio.")
                                    || name.startsWith("kotlin.")
                                    || name.startsWith("com.fasterxml.")
                                    || name.startsWith("java.awt."))
                            .toList());
        }
    }

    /** What the application does first; runs in the recording loader. */
    public static final class Start {
        private Start() {}

        public static List<String> idsOfAuthenticators(Path folder) {
            try (var client = assertDoesNotThrow(
                            () -> PscClientBuilder.forServerHalf(URI.create("https://proxy.example")))
                    .clientId("editeur-demo")
                    .applicationToken("token")
                    .pluginDirectory(folder)
                    .build()) {
                return client.authenticators().stream()
                        .map(descriptor -> descriptor.id())
                        .toList();
            }
        }
    }

    /** Loads the class path of the tests once more. */
    private static final class RecordingLoader extends URLClassLoader {
        private final Set<String> loaded = ConcurrentHashMap.newKeySet();

        RecordingLoader() {
            super(
                    Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                            .map(RecordingLoader::url)
                            .toArray(URL[]::new),
                    ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            loaded.add(name);
            return super.loadClass(name, resolve);
        }

        private static URL url(String entry) {
            try {
                return Path.of(entry).toUri().toURL();
            } catch (MalformedURLException e) {
                throw new IllegalArgumentException(entry, e);
            }
        }
    }
}
