package io.github.pscsdk.plugin.cps;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.spi.AuthenticationRequest;
import io.github.pscsdk.testkit.contract.TestContext;
import io.github.pscsdk.testkit.support.ProcessResult;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A runtime cut to size, as jlink and jpackage make them: the modules that nothing in the application names are not there. */
class RuntimeWithoutModulesTest {
    @Test
    void the_missing_module_is_named_instead_of_a_class_that_cannot_be_loaded() throws Exception {
        assertEquals(List.of("made", "CPS-032 java.smartcardio", "CPS-032 ends a login"), said());
    }

    private static List<String> said() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var program = new ProcessBuilder(
                        java,
                        "--limit-modules",
                        "java.base,java.logging,java.naming,java.xml",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        return ProcessResult.of("a runtime has made the authenticator", program)
                .output()
                .lines()
                .filter(line -> line.startsWith("made") || line.startsWith("CPS-032"))
                .toList();
    }

    /** Runs in that runtime. */
    static final class Program {
        private Program() {}

        public static void main(String[] arguments) throws Exception {
            var authenticator = new CpsAuthenticator();
            System.out.println("made");
            System.out.println(authenticator.diagnose().stream()
                    .filter(finding -> finding.facts().containsKey("module"))
                    .map(finding ->
                            finding.problem().code() + " " + finding.facts().get("module"))
                    .collect(Collectors.joining("\n")));
            try {
                authenticator.authenticate(AuthenticationRequest.ofAnybody(), TestContext.answering());
            } catch (PscException e) {
                System.out.println(e.problem().code() + " ends a login");
            }
        }
    }
}
