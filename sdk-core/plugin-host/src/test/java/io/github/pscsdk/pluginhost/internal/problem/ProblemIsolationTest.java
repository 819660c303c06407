package io.github.pscsdk.pluginhost.internal.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.NationalIdProblem;
import io.github.pscsdk.diagnostic.Party;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Remedy;
import io.github.pscsdk.diagnostic.ServerProblem;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.diagnostic.WorkstationProblem;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of problems, findings and exceptions of a plug-in that means no good. */
class ProblemIsolationTest {
    private final HostileProblem problem = new HostileProblem();

    /** As an author's tests have it: its class has the loader of the contract. */
    private enum OfAnAuthor implements Problem {
        NO_HOLDER;

        @Override
        public String code() {
            return "PSC-001";
        }

        @Override
        public Party party() {
            return Party.PROFESSIONAL;
        }
    }

    /** Each method of a problem, made to answer by a supplier. */
    static Stream<Consumer<HostileProblem>> methodsThatThrow() {
        return PluginFailureCopyTest.anything().flatMap(thrown -> methods(() -> HostileThrowable.sneak(thrown)));
    }

    static Stream<Consumer<HostileProblem>> methodsThatReturnNull() {
        return methods(() -> null);
    }

    @SuppressWarnings("unchecked")
    private static Stream<Consumer<HostileProblem>> methods(Supplier<?> answer) {
        return Stream.of(
                it -> it.code = (Supplier<String>) answer,
                it -> it.name = (Supplier<String>) answer,
                it -> it.party = (Supplier<Party>) answer,
                it -> it.allowsNextWay = (Supplier<Boolean>) answer,
                it -> it.guideNode = (Supplier<Optional<String>>) answer,
                it -> it.remedy = (Supplier<Remedy>) answer);
    }

    @ParameterizedTest
    @MethodSource({"methodsThatThrow", "methodsThatReturnNull"})
    void a_problem_that_cannot_be_read_is_a_failed_plug_in_and_a_fact_says_why(Consumer<HostileProblem> change) {
        var thrown = new PscException(problem, "the door");
        change.accept(problem);

        assertSame(PluginProblem.PLUGIN_FAILED, ProblemIsolation.ISOLATED.problem(problem));
        var failure = ProblemIsolation.ISOLATED.failure(thrown);
        assertSame(PluginProblem.PLUGIN_FAILED, failure.problem());
        assertFalse(failure.facts().get("reason").isBlank());
        var finding = ProblemIsolation.ISOLATED.finding(Diagnostic.of(problem, Severity.WARNING));
        assertSame(PluginProblem.PLUGIN_FAILED, finding.problem());
        assertSame(Severity.WARNING, finding.severity());
        assertFalse(finding.facts().get("reason").isBlank());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"PSC-001", "SRV-001", "WKS-001", "IDN-001", "PLG-007", "CLI-001", "VFY-001", "psc-001", "Psc-999"
            })
    void a_code_of_the_sdk_is_the_sdk_s(String code) {
        problem.code = () -> code;

        var finding = ProblemIsolation.ISOLATED.finding(Diagnostic.of(problem, Severity.BLOCKING));

        assertSame(PluginProblem.PLUGIN_FAILED, finding.problem());
        assertTrue(finding.facts().get("reason").contains("are the SDK's"));
    }

    static Stream<Problem> constantsOfTheContract() {
        return Stream.<Problem[]>of(
                        LoginProblem.values(),
                        PluginProblem.values(),
                        NationalIdProblem.values(),
                        ServerProblem.values(),
                        WorkstationProblem.values())
                .flatMap(Arrays::stream);
    }

    @ParameterizedTest
    @MethodSource("constantsOfTheContract")
    void a_constant_of_the_contract_passes_and_nothing_else_has_its_code(Problem constant) {
        problem.code = constant::code;

        assertSame(constant, ProblemIsolation.ISOLATED.problem(constant));
        assertSame(PluginProblem.PLUGIN_FAILED, ProblemIsolation.ISOLATED.problem(problem));
    }

    @Test
    void an_author_s_constant_in_the_contract_s_class_loader_is_none_of_the_contract_either() {
        assertSame(PluginProblem.PLUGIN_FAILED, ProblemIsolation.ISOLATED.problem(OfAnAuthor.NO_HOLDER));
    }

    @Test
    void a_proxy_in_the_contract_s_class_loader_is_no_constant_of_the_contract() {
        var proxy = Proxy.newProxyInstance(
                Problem.class.getClassLoader(), new Class<?>[] {Problem.class}, (self, method, arguments) -> null);

        assertSame(PluginProblem.PLUGIN_FAILED, ProblemIsolation.ISOLATED.problem((Problem) proxy));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "XYZ", "XYZ-", "-001", "XYZ 001", "XYZ-001\nforged", "é-1"})
    void a_code_of_another_shape_is_not_shown(String code) {
        problem.code = () -> code;

        assertSame(PluginProblem.PLUGIN_FAILED, ProblemIsolation.ISOLATED.problem(problem));
    }

    @Test
    void texts_of_megabytes_are_cut() {
        var text = "word\u202E\n".repeat(1_000_000);
        problem.remedy = () -> new Remedy(text, Collections.nCopies(100_000, text));

        var remedy = ProblemIsolation.ISOLATED.problem(problem).remedy(Locale.FRENCH);

        assertEquals(600, remedy.title().length());
        assertEquals(12, remedy.steps().size());
        assertEquals(600, remedy.steps().get(11).length());
        assertTrue(remedy.title().startsWith("word  word"), "plain text in one line");
    }

    @Test
    void a_code_or_a_name_of_megabytes_is_refused() {
        problem.code = () -> "XYZ-" + "0".repeat(10_000_000);
        assertSame(PluginProblem.PLUGIN_FAILED, ProblemIsolation.ISOLATED.problem(problem));

        problem.code = () -> "XYZ-001";
        problem.name = () -> "N".repeat(10_000_000);
        assertSame(PluginProblem.PLUGIN_FAILED, ProblemIsolation.ISOLATED.problem(problem));
    }

    @Test
    void a_failure_of_megabytes_is_cut_and_its_facts_are_kept_within_bounds() {
        var facts = new HashMap<String, String>();
        for (var number = 0; number < 10_000; number++) {
            facts.put("fact " + number, "value ".repeat(1_000));
        }

        var failure = ProblemIsolation.ISOLATED.failure(
                new PscException(LoginProblem.REFUSED, "detail ".repeat(1_000_000), facts, new HostileThrowable()));

        assertSame(LoginProblem.REFUSED, failure.problem());
        assertTrue(failure.getMessage().length() < 600);
        assertEquals(64, failure.facts().size());
        assertTrue(failure.facts().values().stream().allMatch(value -> value.length() == 500));
        assertEquals(PluginFailure.class, failure.getCause().getClass());
    }

    @Test
    void a_failure_says_where_it_was_thrown_and_brings_nothing_else_of_the_plug_in_s() {
        var original = new PscException(LoginProblem.REFUSED, "no", Map.of("level", "eidas1"));
        original.addSuppressed(new HostileThrowable());

        var failure = ProblemIsolation.ISOLATED.failure(original);

        assertEquals(original.getMessage(), failure.getMessage());
        assertEquals(original.facts(), failure.facts());
        assertEquals(Arrays.toString(original.getStackTrace()), Arrays.toString(failure.getStackTrace()));
        assertEquals(0, failure.getSuppressed().length);
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"})
    void facts_that_are_no_texts_are_left_out() {
        Map untyped = Map.of("number", 1, 2, "key", "good", "kept");

        var finding = ProblemIsolation.ISOLATED.finding(
                Diagnostic.of(problem, Severity.INFO).with(untyped));

        assertEquals(Map.of("good", "kept"), finding.facts());
    }

    @Test
    void a_finding_has_no_code_of_the_sdk_and_is_about_no_other_plug_in() {
        var accusing = Diagnostic.of(PluginProblem.NOT_PINNED, Severity.BLOCKING)
                .with(Map.of("file", "other.jar", "plugin", "other", "authenticator", "other", "model", "9"));

        var told = ProblemIsolation.ISOLATED.findings(List.of(accusing)).get(0);

        assertEquals(PluginProblem.PLUGIN_FAILED, told.problem());
        assertEquals(
                Map.of("model", "9", "reason", "a finding has a code of the SDK, " + PluginProblem.NOT_PINNED.code()),
                told.facts());
    }

    @Test
    void no_more_findings_than_a_host_can_show_leave_a_plug_in() {
        var endless = Collections.nCopies(Integer.MAX_VALUE, Diagnostic.of(LoginProblem.REFUSED, Severity.INFO));

        assertEquals(64, ProblemIsolation.ISOLATED.findings(endless).size());
    }

    @Test
    void an_application_s_own_authenticator_says_what_it_likes() {
        var original = new PscException(problem, "the door");
        problem.code = () -> "PSC-001";

        assertSame(original, ProblemIsolation.SHARED.failure(original));
        assertEquals(
                List.of(problem),
                ProblemIsolation.SHARED.findings(List.of(Diagnostic.of(problem, Severity.INFO))).stream()
                        .map(Diagnostic::problem)
                        .toList());
    }
}
