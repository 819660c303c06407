package io.github.pscsdk.workstation.internal.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.testkit.support.ProcessResult;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A runtime cut to size, as jlink and jpackage make them: the modules that nothing in the application names are not there. */
class RuntimeWithoutModulesTest {
    // Since then part of java.base.
    private static final int ELLIPTIC_CURVES_IN_BASE = 22;

    @Test
    void each_missing_module_is_named_and_nobody_is_visited_by_a_runtime_that_cannot() throws Exception {
        var curves = Runtime.version().feature() < ELLIPTIC_CURVES_IN_BASE
                ? List.of("WKS-001 BLOCKING {module=jdk.crypto.ec}")
                : List.<String>of();
        var expected = new ArrayList<>(List.of("WKS-001 BLOCKING {module=java.logging}"));
        expected.addAll(curves);
        expected.add("WKS-001 WARNING {module=java.desktop}");

        var said = said("java.base,java.xml");

        assertEquals("WKS-001 BLOCKING {module=java.logging}", said.get(0));
        assertEquals(expected, said);
    }

    /** A Windows in name alone: its store is not there either, and the check goes on without. */
    @Test
    void on_windows_the_module_that_reads_its_authorities_is_named_and_none_that_is_there() throws Exception {
        assertEquals(
                List.of("WKS-001 WARNING {module=jdk.crypto.mscapi}", "WKS-011 BLOCKING {host=127.0.0.1, port=1}"),
                said("java.base,java.naming,java.xml,java.logging,java.desktop,jdk.crypto.ec", "-Dos.name=Windows 11"));
    }

    private static List<String> said(String modules, String... options) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(
                List.of(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--limit-modules", modules));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Program.class.getName()));
        var program = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        return ProcessResult.of("a runtime has done its health check", program)
                .output()
                .lines()
                .filter(line -> line.startsWith("WKS-"))
                .toList();
    }

    /** Runs in that runtime. */
    static final class Program {
        private Program() {}

        public static void main(String[] arguments) throws Exception {
            // Nothing listens on port 1.
            var diagnosis =
                    HealthCheckFixture.of(URI.create("https://127.0.0.1:1")).diagnosis();
            diagnosis.findings().forEach(found -> System.out.println(text(found)));
        }

        private static String text(Diagnostic found) {
            return found.problem().code() + " " + found.severity() + " " + new TreeMap<>(found.facts());
        }
    }
}
