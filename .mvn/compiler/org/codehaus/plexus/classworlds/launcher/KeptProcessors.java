package org.codehaus.plexus.classworlds.launcher;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The class loader of javac's plug-ins and processors, kept from one run of javac to the next: Error Prone's code is
 * loaded and compiled once for a build, and not once for each module. javac makes one for each run (its hidden option
 * {@code procloader}), and closes it; without this class it takes a loader of its own.
 */
public final class KeptProcessors extends ClassLoader {
    private static final Map<String, ClassLoader> KEPT = new ConcurrentHashMap<>();

    /** As javac calls it. */
    public KeptProcessors(URL[] path, ClassLoader parent) {
        super(KEPT.computeIfAbsent(Arrays.toString(path), first -> new URLClassLoader(path, parent)));
    }

    /** Puts this class beside Maven's launcher: javac sees nothing else of Maven. */
    public static void main(String... arguments) throws IOException, ReflectiveOperationException {
        var own = KeptProcessors.class.getName();
        try (var bytes = KeptProcessors.class.getResourceAsStream("KeptProcessors.class")) {
            var launcher = Class.forName(
                    own.replace("KeptProcessors", "Launcher"), false, ClassLoader.getSystemClassLoader());
            MethodHandles.privateLookupIn(launcher, MethodHandles.lookup()).defineClass(bytes.readAllBytes());
        } catch (ClassNotFoundException | LinkageError e) {
            // Maven was started in another way, or this is the second build of its JVM: javac does without, or has it.
        }
    }
}
