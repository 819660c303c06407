package io.github.pscsdk.pluginhost.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.internal.ContractVersion;
import io.github.pscsdk.pluginhost.internal.archive.PluginManifest;
import io.github.pscsdk.pluginhost.internal.problem.HostileThrowable;
import io.github.pscsdk.pluginhost.internal.problem.PluginFailure;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pf4j.PluginRuntimeException;

/** What a finding says of a plug-in that threw while it was loaded. */
class PluginFailureTest {

    @Test
    void the_missing_class_is_named() {
        assertEquals(
                Map.of("cause", "java.lang.ClassNotFoundException", "missingClass", "com.example.Absent"),
                facts(() -> Class.forName("com.example.Absent")));
        assertEquals(
                Map.of("cause", "java.lang.NoClassDefFoundError", "missingClass", "com.example.Absent"), facts(() -> {
                    throw new NoClassDefFoundError("com/example/Absent");
                }));
    }

    @Test
    void it_is_named_too_where_its_lack_is_behind_another_failure() {
        var facts = facts(() -> {
            throw new ExceptionInInitializerError(new NoClassDefFoundError("com/example/Absent"));
        });

        assertEquals(
                Map.of("cause", "java.lang.ExceptionInInitializerError", "missingClass", "com.example.Absent"), facts);
    }

    @Test
    void the_java_that_is_needed_is_named_beside_the_one_that_there_is() {
        var facts = facts(() -> new ClassLoader() {
            Class<?> define(byte[] file) {
                return defineClass(null, file, 0, file.length);
            }
        }.define(newer()));

        assertEquals("java.lang.UnsupportedClassVersionError", facts.get("cause"));
        assertEquals("55", facts.get("javaNeeded"));
        assertEquals(Integer.toString(Runtime.version().feature()), facts.get("java"));
    }

    @Test
    void a_member_that_the_contract_has_not_is_named_beside_the_contract() {
        for (var error : new LinkageError[] {
            new NoSuchMethodError("'void io.github.pscsdk.spi.Grant.absent()'"), new AbstractMethodError("absent"),
        }) {
            var facts = facts(() -> {
                throw error;
            });

            assertEquals(ContractVersion.current(), facts.get("contract"));
            assertTrue(facts.get("incompatible").contains("absent"));
        }
    }

    @Test
    void the_messages_of_this_jvm_are_understood() {
        // Not written out, since each JDK has words of its own: what a JVM throws for a class that is not there.
        var facts = facts(() -> new ClassLoader(null) {
            Class<?> define(byte[] file) throws ClassNotFoundException {
                return defineClass(null, file, 0, file.length);
            }
        }.define(own()).getDeclaredConstructors());

        assertTrue(
                facts.get("missingClass").startsWith("io.github.pscsdk.")
                        || facts.get("missingClass").startsWith("org."),
                facts::toString);
    }

    @ParameterizedTest
    @MethodSource("io.github.pscsdk.pluginhost.internal.problem.PluginFailureCopyTest#anything")
    void what_cannot_be_read_is_named_by_its_class(Throwable thrown) {
        var hostile = HostileThrowable.throwing(thrown);

        assertEquals(Map.of("cause", HostileThrowable.class.getName()), facts(() -> {
            throw hostile;
        }));
    }

    @Test
    void a_failure_of_pf4j_s_whose_cause_cannot_be_read_is_itself_the_failure() {
        var hostile = new PluginRuntimeException("no") {
            private static final long serialVersionUID = 1L;

            @Override
            public synchronized Throwable getCause() {
                return HostileThrowable.sneak(new StackOverflowError());
            }
        };

        assertEquals(Map.of("cause", hostile.getClass().getName()), facts(() -> {
            throw hostile;
        }));
    }

    @Test
    void an_interrupt_that_came_wrapped_is_kept() {
        facts(() -> {
            throw new IllegalStateException(new InterruptedException());
        });

        assertTrue(Thread.interrupted());
    }

    private static Map<String, String> facts(PluginFailure.Work<?> work) {
        return assertThrows(PluginFailure.class, () -> PluginFailure.of(work)).facts();
    }

    private static byte[] own() throws Exception {
        try (var in = Needy.class.getResourceAsStream("PluginFailureTest$Needy.class")) {
            return in.readAllBytes();
        }
    }

    private static byte[] newer() throws Exception {
        var file = own();
        // The major version, JVMS 4.1.
        file[7] = 99;
        return file;
    }

    /** Needs a class that a loader without this class path does not find. */
    static final class Needy {
        Needy(PluginManifest manifest) {
            manifest.id();
        }
    }
}
