package io.github.pscsdk.pluginhost.internal.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.diagnostic.Severity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalTest {
    @ParameterizedTest
    @CsvSource({"DISABLED, INFO, false", "DUPLICATE, WARNING, true", "NOT_PINNED, BLOCKING, false"})
    void a_duplicate_depends_on_others_and_leaves_the_one_that_works(
            PluginProblem problem, Severity severity, boolean dependsOnOthers) {
        var own = new Refusal(problem, "so it is");
        var ofAuthenticator = new Refusal(
                PluginProblem.PLUGIN_FAILED, "so it is", Map.of(), List.of(Diagnostic.of(problem, severity)));

        assertEquals(severity, own.about("a.jar").get(0).severity());
        assertEquals(dependsOnOthers, own.dependsOnOthers());
        assertEquals(dependsOnOthers, ofAuthenticator.dependsOnOthers());
    }
}
