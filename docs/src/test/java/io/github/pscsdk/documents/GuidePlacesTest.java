package io.github.pscsdk.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.LoginGuide;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.diagnostic.WorkstationProblem;
import io.github.pscsdk.guide.SantefrGuide;
import io.github.pscsdk.plugin.cps.problem.CardProblem;
import io.github.pscsdk.plugin.stub.StubProblem;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each problem has its place in the login guide, and what a health check finds leads there. */
class GuidePlacesTest {
    private static final LoginGuide GUIDE = SantefrGuide.in(Locale.ENGLISH);

    static Stream<Problem> problems() {
        return Problems.all();
    }

    @ParameterizedTest
    @MethodSource("problems")
    void the_step_that_a_problem_names_is_there(Problem problem) {
        problem.guideNode()
                .ifPresent(node -> assertEquals(
                        node,
                        GUIDE.step(node)
                                .orElseThrow(() -> new AssertionError(node))
                                .id()));
        assertTrue(GUIDE.steps().contains(GUIDE.after(problem)));
    }

    @ParameterizedTest
    @EnumSource
    void no_step_is_named_by_a_problem_that_is_gone(Problems kind) throws IOException {
        var codes = kind.constants().stream()
                .map(problem -> problem.code() + ".guide")
                .collect(Collectors.toSet());
        var shared = Problems.all().map(problem -> problem.code() + ".guide").collect(Collectors.toSet());
        var beside = new Properties();
        try (var in = kind.constants().get(0).getClass().getResourceAsStream("problems.properties")) {
            if (in != null) {
                beside.load(in);
            }
        }

        // One package may hold several enums, as that of the contract does.
        assertTrue(shared.containsAll(beside.stringPropertyNames()), beside::toString);
        assertEquals(
                kind.constants().stream()
                        .filter(problem -> problem.guideNode().isPresent())
                        .count(),
                beside.stringPropertyNames().stream().filter(codes::contains).count());
    }

    @Test
    void an_enum_without_a_file_of_steps_goes_on_with_whoever_must_act() {
        assertEquals(Optional.empty(), StubProblem.NOT_A_SIMULATOR.guideNode());
        assertEquals("vendor_support", GUIDE.after(StubProblem.NOT_A_SIMULATOR).id());
    }

    @ParameterizedTest
    @CsvSource({
        "CARD_READY, INFO, card, login_cps",
        "CARD_BLOCKED, BLOCKING, card, have_unlock",
        "CARD_BLOCKED_FOR_GOOD, BLOCKING, card, ans_support",
        "CERTIFICATE_EXPIRED, BLOCKING, card, ans_support",
        "NO_READER, BLOCKING, log_in_again, reader",
        "NO_CARD, INFO, log_in_again, insert_card",
        "CARD_READY, INFO, ecps_not_known, ecps_with_card",
        "NO_READER, BLOCKING, ecps_not_known, ecps_without_card",
        "MIDDLEWARE_FOUND, INFO, log_in_again, log_in_again"
    })
    void what_the_card_check_finds_settles_questions(
            CardProblem problem, Severity severity, String from, String reached) {
        var findings = List.of(Diagnostic.of(problem, severity));

        assertEquals(reached, reached(from, findings));
    }

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN_PROFESSIONAL, ecps_not_known",
        "SERVER_HALF_UNREACHABLE, wait_for_service",
        "PSC_UNAVAILABLE, wait_for_service",
        "REFUSED, log_in_again"
    })
    void so_does_what_ended_a_login(LoginProblem problem, String reached) {
        var findings = List.of(Diagnostic.of(problem, Severity.BLOCKING));

        assertEquals(reached, reached("log_in_again", findings));
    }

    @ParameterizedTest
    @CsvSource({
        "CONNECTION_REFUSED, BLOCKING, workstation",
        "SERVER_HALF_SLOW, BLOCKING, wait_for_service",
        "CERTIFICATE_NOT_TRUSTED, BLOCKING, workstation",
        "JAVA_UNSAFE, WARNING, log_in_again",
        "CONNECTION_INSPECTED, WARNING, log_in_again"
    })
    void so_does_what_stands_between_a_workstation_and_its_server_half_unless_a_login_gets_past_it(
            WorkstationProblem problem, Severity severity, String reached) {
        var findings = List.of(Diagnostic.of(problem, severity));

        assertEquals(reached, reached("log_in_again", findings));
    }

    private static String reached(String from, List<Diagnostic> findings) {
        var settled = GUIDE.follow(GUIDE.step(from).orElseThrow(), findings);
        return settled.isEmpty()
                ? from
                : settled.get(settled.size() - 1).choice().next();
    }
}
