package io.github.pscsdk.documents;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.plugin.cps.problem.CardProblem;
import io.github.pscsdk.spi.AuthenticationContext;
import io.github.pscsdk.spi.AuthenticationRequest;
import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.spi.Grant;
import io.github.pscsdk.workstation.PscClientBuilder;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of what follows a failure, played: each problem of each row ends the first way of a login that names two. */
class FallbackTableTest {
    private static final Pattern ROW = Pattern.compile(
            "^\\| ([^|]+) \\| ((?:`[A-Z]{3}-[0-9]{3}` ?)+) \\| (next way|stops) \\|$", Pattern.MULTILINE);
    private static final Pattern CODE = Pattern.compile("`([A-Z]{3}-[0-9]{3})`");

    /** One row. */
    private record Row(String what, List<String> codes, boolean leadsOn) {
        @Override
        public String toString() {
            return what + (leadsOn ? ": next way" : ": stops");
        }
    }

    static Stream<Row> rows() {
        return ROW.matcher(section())
                .results()
                .map(row -> new Row(row.group(1), codes(row.group(2)), "next way".equals(row.group(3))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void a_login_goes_on_or_stops_as_the_row_says(Row row) {
        for (var code : row.codes()) {
            assertEquals(row.leadsOn(), secondWasAskedAfter(problem(code)), code);
        }
    }

    @Test
    void every_problem_that_a_login_may_end_with_stands_in_one_row() {
        var rest = section().substring(section().indexOf("Never the end of a login"));
        var named = Stream.concat(rows().flatMap(row -> row.codes().stream()), codes(rest).stream())
                .sorted()
                .toList();

        assertEquals(problems().map(Problem::code).sorted().toList(), named);
        assertTrue(rows().count() > 20, "the table was read");
    }

    /** Whether the second way of a login had its turn after the first one failed so; what a way says in the end is final. */
    private static boolean secondWasAskedAfter(Problem first) {
        var asked = new AtomicBoolean();
        try (var client = assertDoesNotThrow(() -> PscClientBuilder.forServerHalf(URI.create("https://proxy.example")))
                .clientId("my-practice-software")
                .applicationToken("token")
                .authenticator(new FailingWay("first", first, () -> {}))
                .authenticator(new FailingWay("second", LoginProblem.REFUSED, () -> asked.set(true)))
                .build()) {
            var failure = assertThrows(PscException.class, () -> client.login(LoginRequest.using("first", "second")));
            assertSame(asked.get() ? LoginProblem.REFUSED : first, failure.problem());
        }
        return asked.get();
    }

    /** Is unavailable, refused, or whatever else a test wants. */
    private record FailingWay(String id, Problem problem, Runnable noted) implements Authenticator {
        @Override
        public AuthenticatorDescriptor descriptor() {
            return AuthenticatorDescriptor.of(id, WayIn.BACKCHANNEL, "Essai", "Test");
        }

        @Override
        public Grant authenticate(AuthenticationRequest request, AuthenticationContext context) throws PscException {
            noted.run();
            throw new PscException(problem, "a test");
        }
    }

    private static String section() {
        var page = Repository.read("docs/choose-the-way-in.md");
        return page.substring(page.indexOf("## When one way fails"), page.indexOf("Problems of other plug-ins"));
    }

    private static List<String> codes(String text) {
        return CODE.matcher(text).results().map(code -> code.group(1)).collect(Collectors.toList());
    }

    private static Problem problem(String code) {
        return problems()
                .filter(problem -> problem.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no problem " + code));
    }

    private static Stream<Problem> problems() {
        return Stream.of(LoginProblem.values(), PluginProblem.values(), CardProblem.values())
                .flatMap(Arrays::stream);
    }
}
