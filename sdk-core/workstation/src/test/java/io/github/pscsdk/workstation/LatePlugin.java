package io.github.pscsdk.workstation;

import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.testkit.support.PluginJar;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The archives of {@link LateSources}, and what the plug-in does at the moment. */
final class LatePlugin implements AutoCloseable {
    private static final Map<String, Map<String, byte[]>> CLASSES = new ConcurrentHashMap<>();

    private final Path folder;

    LatePlugin(Path folder) {
        this.folder = folder;
    }

    /** Puts a version into the folder, under that file name. */
    Path write(String file, String version) throws IOException {
        return archive(file, version).writeInto(folder);
    }

    /** A version that works, unless a test spoils it. */
    static PluginJar archive(String file, String version) {
        return PluginJar.named(file)
                .with("Plugin-Id", "late")
                .with("Plugin-Version", version)
                .extension("late.Late", CLASSES.computeIfAbsent(version, LateSources::compiled));
    }

    void does(String call, String what) {
        System.setProperty(LateSources.PROPERTY + call, what);
    }

    /** The class loader of a version that was loaded. */
    static WeakReference<?> loader(String version) {
        return (WeakReference<?>) System.getProperties().remove(LateSources.PROPERTY + "loader-" + version);
    }

    /** All calls work again: those that hang end, before this does, so that none of them does what the next test wants of another one. */
    @Override
    public void close() {
        System.getProperties().keySet().removeIf(key -> key.toString().startsWith(LateSources.PROPERTY));
        Await.until(
                "no thread is in the plug-in any more",
                () -> Thread.getAllStackTraces().values().stream()
                        .flatMap(Arrays::stream)
                        .noneMatch(frame -> frame.getClassName().equals("late.Late")));
        System.getProperties().keySet().removeIf(key -> key.toString().startsWith(LateSources.PROPERTY + "in-"));
    }
}
