package io.github.pscsdk.pluginhost.internal;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parent of every plug-in's class loader. All that a plug-in sees of its host: the JDK, the contract, PF4J and
 * SLF4J. Neither the engine's classes, nor its libraries, nor the host's {@code META-INF}: a plug-in that forgot to
 * bring a library fails early, on every host alike.
 */
public final class HostClassLoader extends ClassLoader {
    private static final List<String> SHARED = List.of(
            "io.github.pscsdk.api.",
            "io.github.pscsdk.spi.",
            "io.github.pscsdk.diagnostic.",
            "org.pf4j.",
            "org.slf4j.");

    private final ClassLoader host;

    public HostClassLoader(ClassLoader host) {
        super("psc-host-view", ClassLoader.getPlatformClassLoader());
        this.host = host;
    }

    /** Whether the class is always the host's, even if a plug-in brings a copy. */
    public static boolean isShared(String className) {
        return SHARED.stream().anyMatch(className::startsWith);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (isShared(name)) {
            return host.loadClass(name);
        }
        throw new ClassNotFoundException(name);
    }

    @Override
    protected @Nullable URL findResource(String name) {
        return isSharedResource(name) ? host.getResource(name) : null;
    }

    @Override
    protected Enumeration<URL> findResources(String name) throws IOException {
        return isSharedResource(name) ? host.getResources(name) : Collections.emptyEnumeration();
    }

    private static boolean isSharedResource(String name) {
        return isShared(name.replace('/', '.'));
    }
}
