package io.github.pscsdk.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.spi.AuthenticationContext;
import io.github.pscsdk.spi.AuthenticationRequest;
import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.spi.Grant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What an authenticator promises of its problems. */
interface ProblemPromises extends AuthenticatorUnderTest {
    /** A host gets copies, since it may keep a problem longer than the plug-in; what cannot be copied is {@code PLG-007}. */
    @Test
    default void its_problems_reach_the_host_whole() throws Exception {
        for (var problem : own()) {
            assertEquals(told(problem), told(copy(problem)), "as the host is told of it");
        }
    }

    /** Who does not read French reads English. */
    @Test
    default void its_problems_speak_french_and_english() throws Exception {
        for (var problem : own()) {
            var french = problem.remedy(Locale.FRENCH);
            var english = problem.remedy(Locale.ENGLISH);

            assertNotEquals(french.title(), english.title(), "the titles of " + problem.name());
            assertEquals(french.steps().size(), english.steps().size(), "the steps of " + problem.name());
        }
    }

    /** A support desk finds a problem by its code, and its author by the prefix. */
    @Test
    default void its_problems_have_codes_of_their_own_with_one_prefix() throws Exception {
        var own = own();

        var codes = own.stream().map(Problem::code).collect(Collectors.toSet());
        var prefixes = codes.stream().map(code -> code.split("-", 2)[0]).collect(Collectors.toSet());

        assertEquals(own.size(), codes.size(), "two problems have one code");
        assertTrue(prefixes.size() <= 1, () -> "several prefixes: " + prefixes);
    }

    private Set<Problem> own() throws Exception {
        return OwnProblems.of(this, ContractRun.of(this));
    }

    private static List<Object> told(Problem problem) {
        var told = new ArrayList<Object>(List.of(problem.code(), problem.name(), problem.party(), problem.fallback()));
        told.add(problem.guideNode());
        try {
            told.add(problem.remedy(Locale.FRENCH));
            told.add(problem.remedy(Locale.ENGLISH));
        } catch (IllegalStateException e) {
            told.add("has no texts");
        }
        return told;
    }

    /** As the engine's guard makes it. */
    private Problem copy(Problem problem) throws Exception {
        try (var host = ContractHost.started(new Finding(problem), patience())) {
            return host.diagnose().get(0).problem();
        }
    }

    /** Has one finding. */
    record Finding(Problem problem) implements Authenticator {
        @Override
        public AuthenticatorDescriptor descriptor() {
            return AuthenticatorDescriptor.of("finding", WayIn.BACKCHANNEL, "Constat", "Finding");
        }

        @Override
        public List<Diagnostic> diagnose() {
            return List.of(Diagnostic.of(problem, Severity.WARNING));
        }

        @Override
        public Grant authenticate(AuthenticationRequest request, AuthenticationContext context) {
            throw new UnsupportedOperationException("it has a finding and nothing else");
        }
    }
}
