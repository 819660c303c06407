package io.github.pscsdk.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.spi.AuthenticationContext;
import io.github.pscsdk.spi.AuthenticationRequest;
import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.spi.Grant;
import io.github.pscsdk.testkit.contract.internal.log.LogCapture;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/**
 * The promises of an authenticator about its words: its problems, and all that it logs, keeps and asks for. Logs and
 * findings are sent to support desks.
 */
interface MessageContract extends AuthenticatorUnderTest {
    /**
     * A host gets copies, since it may keep a problem longer than the plug-in; what cannot be copied is {@code
     * PLG-007}.
     */
    @Test
    default void its_problems_reach_the_host_whole() throws Exception {
        for (var problem : own()) {
            assertEquals(told(problem), told(copy(problem)), "as the host is told of it");
        }
    }

    /** English for everybody who does not read French. */
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
        return ContractRun.of(this).ownProblems();
    }

    static List<Object> told(Problem problem) {
        var told = new ArrayList<Object>(
                List.of(problem.code(), problem.name(), problem.party(), problem.allowsNextWay()));
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

    /** Neither to SLF4J, nor to the log of the JDK or to the console. */
    @Test
    @ResourceLock(Resources.SYSTEM_OUT)
    @ResourceLock(Resources.SYSTEM_ERR)
    default void writes_nothing_personal_into_the_log() throws Exception {
        var capture = LogCapture.ofLogback();
        assertTrue(capture.isPresent(), "bind SLF4J to Logback in the tests");
        try (var log = capture.get();
                var jdk = LogCapture.ofJdk();
                var console = LogCapture.ofConsole()) {
            var run = ContractRun.of(this);

            var lines = Stream.of(log, jdk, console).flatMap(each -> each.lines().stream());
            assertEquals(Set.of(), personal(run, lines), "the log holds");
        }
    }

    /** A host shows and logs them, or hands them on. */
    @Test
    default void says_nothing_personal_in_exceptions_facts_and_progress() throws Exception {
        var run = ContractRun.of(this);

        var failures = run.authenticators().stream()
                .flatMap(each -> each.thrown().stream())
                .flatMap(MessageContract::words);
        var findings = Stream.concat(
                        run.authenticators().stream().flatMap(each -> each.findings().stream()),
                        run.contexts().stream().flatMap(each -> each.notices().stream()))
                .map(Diagnostic::facts)
                .map(Map::toString);
        var progress = run.contexts().stream()
                .flatMap(context -> context.messages().stream())
                .flatMap(words -> Stream.of(words.in(Locale.FRENCH), words.in(Locale.ENGLISH)));
        assertEquals(Set.of(), personal(run, failures), "an exception holds");
        assertEquals(Set.of(), personal(run, findings), "a finding holds");
        assertEquals(Set.of(), personal(run, progress), "a progress message holds");
    }

    /** They are typed into CPS-Gestion, on the phone, or on the page of Pro Santé Connect, and nowhere else. */
    @Test
    default void asks_for_no_code_of_a_card_or_of_the_e_cps() throws Exception {
        var asked = new PersonalData();
        asked.settings(authenticator().descriptor());
        var context = TestContext.answering().withDialog(asked.recorded(dialog()));
        ContractHost.logInOnce(this, request(), context);

        assertEquals(Set.of(), asked.questionsForCodes(), "it asks for a code that is not its own");
    }

    /** Other programs of the person can read it. */
    @Test
    default void keeps_nothing_personal_in_its_store() throws Exception {
        var run = ContractRun.of(this);

        assertEquals(Set.of(), personal(run, run.kept()), "the store holds");
    }

    private static Set<String> personal(ContractRun run, Stream<String> texts) {
        var kinds = new TreeSet<String>();
        texts.map(run.personal()::in).flatMap(Optional::stream).forEach(kinds::add);
        return kinds;
    }

    /** The messages and facts of an exception, its causes and what it suppressed. */
    private static Stream<String> words(Throwable thrown) {
        var words = new ArrayList<String>(List.of(String.valueOf(thrown)));
        if (thrown instanceof PscException known) {
            words.add(known.facts().toString());
        }
        var others = Stream.concat(Optional.ofNullable(thrown.getCause()).stream(), Stream.of(thrown.getSuppressed()));
        return Stream.concat(words.stream(), others.flatMap(MessageContract::words));
    }
}
