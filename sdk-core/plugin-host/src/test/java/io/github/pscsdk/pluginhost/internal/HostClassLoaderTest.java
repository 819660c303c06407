package io.github.pscsdk.pluginhost.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.pluginhost.internal.IsolatingPluginManager.IsolatedClassLoader;
import io.github.pscsdk.spi.Authenticator;
import java.net.MalformedURLException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pf4j.Extension;
import org.slf4j.Logger;

/** All that a plug-in sees of its host. */
class HostClassLoaderTest {
    private final HostClassLoader loader = new HostClassLoader(HostClassLoaderTest.class.getClassLoader());

    @Test
    void a_plug_in_shares_the_contract_pf4j_and_slf4j_with_its_host() throws Exception {
        for (var type : List.of(NationalId.class, Authenticator.class, Problem.class, Extension.class, Logger.class)) {
            assertSame(type, loader.loadClass(type.getName()));
            var resource = type.getName().replace('.', '/') + ".class";
            assertNotNull(loader.getResource(resource));
            assertTrue(loader.getResources(resource).hasMoreElements());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "io.github.pscsdk.pluginhost.internal.archive.Refusal",
                "io.github.pscsdk.pluginhost.internal.HostClassLoaderTest",
                "org.junit.jupiter.api.Test"
            })
    void a_plug_in_sees_no_other_class_of_its_host(String name) throws Exception {
        assertNotNull(Class.forName(name), "the host has it");

        assertThrows(ClassNotFoundException.class, () -> loader.loadClass(name));
        var resource = name.replace('.', '/') + ".class";
        assertNull(loader.getResource(resource));
        assertEquals(List.of(), Collections.list(loader.getResources(resource)));
    }

    /** Has every file. */
    private static final class Everything extends ClassLoader {
        @Override
        public URL getResource(String name) {
            try {
                return new URL("file:/host/" + name);
            } catch (MalformedURLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public Enumeration<URL> getResources(String name) {
            return Collections.enumeration(List.of(getResource(name), getResource(name)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "META-INF/services/of.a.Test, false",
        "META-INF/of-a-test.idx, false",
        "of-a-test.xml, false",
        "io/github/pscsdk/pluginhost/of-a-test.txt, false",
        "org/slf4j/of-a-test.txt, true",
        "io/github/pscsdk/api/of-a-test.txt, true"
    })
    void a_plug_in_sees_no_file_of_its_host_but_those_beside_shared_classes(String name, boolean shared)
            throws Exception {
        var view = new HostClassLoader(new Everything());

        assertEquals(shared, view.getResource(name) != null);
        assertEquals(shared ? 2 : 0, Collections.list(view.getResources(name)).size());
    }

    @Test
    void a_plug_in_sees_the_jdk() throws Exception {
        assertEquals("java.sql.Driver", loader.loadClass("java.sql.Driver").getName());
        assertEquals("psc-host-view", loader.getName());
    }

    @ParameterizedTest
    @CsvSource({
        "io.github.pscsdk.api.professional.NationalId, true",
        "io.github.pscsdk.spi.Grant, true",
        "io.github.pscsdk.diagnostic.Texts, true",
        "org.pf4j.Plugin, true",
        "org.slf4j.event.Level, true",
        "io.github.pscsdk.apis.X, false",
        "io.github.pscsdk.workstation.X, false",
        "io.github.pscsdk.api, false",
        "org.pf4jx.X, false",
        "xorg.slf4j.Logger, false",
        "ORG.SLF4J.Logger, false"
    })
    void a_class_that_is_shared_is_always_the_host_s(String name, boolean shared) {
        assertEquals(shared, HostClassLoader.isShared(name));
        assertEquals(shared, new IsolatedClassLoader(null, null).shouldDelegateToParent(name));
    }

    @Test
    void a_class_of_the_contract_that_the_host_lacks_is_not_found() {
        assertThrows(ClassNotFoundException.class, () -> loader.loadClass("io.github.pscsdk.spi.Absent"));
    }
}
