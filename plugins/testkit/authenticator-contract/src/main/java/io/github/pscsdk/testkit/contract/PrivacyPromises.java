package io.github.pscsdk.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.testkit.contract.log.LogCapture;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** What an authenticator promises of all that it writes and says: logs and findings are sent to support desks. */
interface PrivacyPromises extends AuthenticatorUnderTest {
    /** Neither to SLF4J, nor to the log of the JDK or to the console. */
    @Test
    @ResourceLock(Resources.SYSTEM_OUT)
    @ResourceLock(Resources.SYSTEM_ERR)
    default void writes_nothing_personal_into_the_log() throws Exception {
        var capture = captureLog();
        assertTrue(capture.isPresent(), "bind SLF4J to Logback in the tests, or override captureLog()");
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
                .flatMap(PrivacyPromises::words);
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
        var asked = new QuestionTexts();
        asked.settings(authenticator().descriptor());
        var context = TestContext.answering().withDialog(asked.recorded(dialog()));
        try (var host = ContractHost.of(this, authenticator())) {
            host.login(request(), context).endBy(patience());
        }

        assertEquals(Set.of(), asked.forCodes(), "it asks for a code that is not its own");
    }

    /** Other programs of the person can read it. */
    @Test
    default void keeps_nothing_personal_in_its_store() throws Exception {
        var run = ContractRun.of(this);

        assertEquals(Set.of(), personal(run, run.kept()), "the store holds");
    }

    /** What kinds of personal data some texts hold. */
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
        return Stream.concat(words.stream(), others.flatMap(PrivacyPromises::words));
    }
}
