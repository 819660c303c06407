package io.github.pscsdk.example.badge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.dialog.LoginDialog;
import io.github.pscsdk.api.dialog.OneTimeCodeQuestion;
import io.github.pscsdk.api.dialog.ShownPicture;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.BilingualLine;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.spi.AuthenticationRequest;
import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.testkit.contract.AuthenticatorContract;
import io.github.pscsdk.testkit.contract.TestContext;
import io.github.pscsdk.testkit.contract.TestServices;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The promises of every authenticator, and what this one says of its badge. */
class BadgeAuthenticatorTest implements AuthenticatorContract {
    private static final NationalId HOLDER = new NationalId(ImaginaryBadge.HOLDER);
    private static final AuthenticationRequest ANYBODY = AuthenticationRequest.ofAnybody();

    @AutoClose
    private final ImaginaryBadge badge = new ImaginaryBadge();

    private final Person person = new Person();
    private final BadgeAuthenticator authenticator = new BadgeAuthenticator();

    /** Holds the badge in front of the screen, and types what it shows unless told otherwise. */
    private final class Person implements LoginDialog {
        private final Queue<String> typed = new ArrayDeque<>();
        private final Queue<Boolean> saysYes = new ArrayDeque<>();
        private final List<OneTimeCodeQuestion> questions = new ArrayList<>();
        private boolean sees = true;

        @Override
        public boolean showPicture(ShownPicture picture) {
            badge.scan(picture.qrText().orElseThrow());
            return sees;
        }

        @Override
        public Optional<char[]> oneTimeCode(OneTimeCodeQuestion question) {
            questions.add(question);
            var code = Optional.ofNullable(typed.poll()).orElseGet(badge::shownCode);
            return Optional.of(code.toCharArray()).filter(digits -> digits.length > 0);
        }

        @Override
        public Optional<Boolean> yesOrNo(BilingualLine question) {
            return Optional.ofNullable(saysYes.poll());
        }
    }

    @Override
    public Authenticator authenticator() {
        badge.takeOutOfDrawer();
        return new BadgeAuthenticator();
    }

    @Override
    public Authenticator silentDevice() {
        badge.putInDrawer();
        return new BadgeAuthenticator();
    }

    @Override
    public TestServices services(AuthenticatorDescriptor descriptor) {
        return TestServices.of(descriptor)
                .with("service", badge.address().toString())
                .with("key", ImaginaryBadge.KEY);
    }

    @Override
    public LoginDialog dialog() {
        return person;
    }

    @Override
    public Set<NationalId> deviceIdentities() {
        return Set.of(HOLDER);
    }

    @Test
    void the_browser_is_opened_for_the_holder_whom_the_badge_names() throws Exception {
        var context = context();

        started().authenticate(ANYBODY, context);

        assertEquals(Optional.of(HOLDER), context.holder());
        assertEquals(Optional.of(HOLDER), context.expectedInBrowser());
        assertEquals("The badge shows a code", context.messages().get(0).in(Locale.ENGLISH));
    }

    @Test
    void a_badge_is_paired_once_and_each_login_has_a_code_of_its_own() throws Exception {
        started();
        authenticator.authenticate(ANYBODY, context());
        var first = badge.shownCode();

        authenticator.authenticate(ANYBODY, context());

        assertEquals(1, badge.pairings());
        assertFalse(first.equals(badge.shownCode()), "the code was used");
    }

    @Test
    void a_wrong_code_is_asked_for_again_while_the_badge_takes_one() throws Exception {
        person.typed.addAll(List.of("000000", "000001"));

        started().authenticate(ANYBODY, context());

        assertEquals(
                List.of(3, 2, 1),
                person.questions.stream()
                        .map(question -> question.triesLeft().orElse(0))
                        .toList());
        assertTrue(person.questions.get(2).again());
    }

    @Test
    void wrong_codes_without_end_are_a_refusal_and_nobody_is_asked() {
        person.typed.addAll(List.of("000000", "000001", "000002"));
        var context = context();

        assertEquals(BadgeProblem.WRONG_CODE, problemOf(context));
        assertEquals(List.of(), context.asked());
    }

    @Test
    void who_types_no_code_refuses() {
        person.typed.add("");

        assertEquals(LoginProblem.REFUSED, problemOf(context()));
    }

    @Test
    void a_badge_that_nobody_holds_in_front_of_the_screen_is_waited_for_a_minute() {
        badge.putInDrawer();
        var clock = new StridingClock(Duration.ofSeconds(30));
        var context = context().withClock(clock);
        var begin = clock.last().plusSeconds(30);

        assertEquals(BadgeProblem.NOT_SCANNED, problemOf(context));
        assertEquals(begin.plus(Duration.ofMinutes(1)), clock.last());
    }

    @Test
    void no_badge_is_waited_for_after_the_deadline_of_the_login() {
        badge.putInDrawer();
        var clock = new StridingClock(Duration.ofSeconds(30));
        var context = context().withClock(clock);
        while (clock.last().plus(Duration.ofMinutes(1)).isBefore(context.deadline())) {
            clock.instant();
        }

        assertEquals(BadgeProblem.NOT_SCANNED, problemOf(context));
        assertEquals(context.deadline(), clock.last());
    }

    @Test
    void what_another_program_wrote_in_place_of_a_pairing_is_none() throws Exception {
        var services = services(authenticator.descriptor());
        services.state().orElseThrow().write("pairing", "../elsewhere".getBytes(StandardCharsets.US_ASCII));

        started(services).authenticate(ANYBODY, context());

        assertFalse(badge.paths().stream().anyMatch(path -> path.contains("elsewhere")), "it was asked for");
    }

    @Test
    void a_host_that_shows_no_picture_cannot_pair() {
        person.sees = false;

        assertEquals(BadgeProblem.NOT_SHOWN, problemOf(context()));
    }

    @Test
    void a_badge_out_of_reach_is_told_and_nobody_is_held_up_where_there_is_another_way() throws Exception {
        paired();
        badge.takeAway();
        person.saysYes.add(true);

        assertEquals(BadgeProblem.AWAY, problemOf(ANYBODY, context().withNextWay()));
        assertEquals(1, person.saysYes.size(), "nobody was asked");
        assertEquals(List.of(Diagnostic.of(BadgeProblem.AWAY, Severity.WARNING)), authenticator.diagnose());
    }

    @Test
    void who_wants_no_other_badge_must_bring_the_one_that_is_paired() throws Exception {
        paired();
        badge.takeAway();
        person.saysYes.add(false);
        assertEquals(BadgeProblem.AWAY, problemOf(ANYBODY, context()));

        badge.bringBack();
        authenticator.authenticate(ANYBODY, context());

        assertEquals(1, badge.pairings());
    }

    @Test
    void who_has_another_badge_pairs_it() throws Exception {
        paired();
        badge.takeAway();
        person.saysYes.add(true);

        authenticator.authenticate(ANYBODY, context());

        assertEquals(2, badge.pairings());
    }

    @Test
    void a_badge_that_leaves_before_its_code_is_shown_is_out_of_reach() throws Exception {
        paired();
        badge.runDown();

        assertEquals(BadgeProblem.AWAY, problemOf(ANYBODY, context()));
    }

    @Test
    void another_person_s_badge_opens_no_browser() {
        var context = context();
        var other = ANYBODY.withNationalId(new NationalId("899999100029"));
        started();

        assertEquals(LoginProblem.IDENTITY_MISMATCH, problemOf(other, context));
        assertEquals(List.of(), context.asked());
    }

    @Test
    void without_a_key_nobody_is_asked() {
        started(TestServices.of(authenticator.descriptor())
                .with("service", badge.address().toString()));

        assertEquals(Optional.of(BadgeProblem.NOT_SET_UP), authenticator.obstacle());
    }

    @Test
    void a_key_that_the_maker_does_not_know_is_found_before_the_first_login() throws Exception {
        started(services(authenticator.descriptor()).with("key", "another"));

        assertEquals(List.of(Diagnostic.of(BadgeProblem.KEY_REFUSED, Severity.BLOCKING)), authenticator.diagnose());
    }

    @Test
    void a_service_that_is_gone_is_told() throws Exception {
        started(services(authenticator.descriptor()).with("service", "http://127.0.0.1:1"));

        assertEquals(List.of(Diagnostic.of(BadgeProblem.SERVICE_FAILED, Severity.BLOCKING)), authenticator.diagnose());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../elsewhere", "?", "here"})
    void nonsense_of_the_service_is_no_answer(String nonsense) throws Exception {
        badge.answerAlways(nonsense);
        var service = BadgeService.of(services(authenticator.descriptor())).orElseThrow();

        assertEquals(BadgeProblem.SERVICE_FAILED, problemOf(context()));
        var failure = assertThrows(PscException.class, () -> service.holder("0", new char[0]));
        assertEquals(BadgeProblem.SERVICE_FAILED, failure.problem());
    }

    @Test
    void an_answer_that_is_longer_than_the_engine_s_client_takes_is_none() throws Exception {
        var service = BadgeService.of(services(authenticator.descriptor())).orElseThrow();

        badge.answerAlways("0".repeat(2 << 20));

        var failure = assertThrows(PscException.class, () -> service.stateOf("0", BadgeService.LIMIT));
        assertEquals(BadgeProblem.SERVICE_FAILED, failure.problem());
    }

    @Test
    void a_service_that_begins_an_answer_and_does_not_end_it_does_not_keep_the_health_check() {
        badge.hangInTheMiddle();
        started();

        var findings = assertTimeoutPreemptively(PATIENCE, authenticator::diagnose);

        assertEquals(List.of(Diagnostic.of(BadgeProblem.SERVICE_FAILED, Severity.BLOCKING)), findings);
    }

    @Test
    void a_wrong_code_alone_leads_to_no_other_way() {
        var stopping = Stream.of(BadgeProblem.values())
                .filter(problem -> !problem.allowsNextWay())
                .toList();

        assertEquals(List.of(BadgeProblem.WRONG_CODE), stopping);
    }

    @Test
    void a_badge_in_order_has_no_findings() throws Exception {
        paired();

        assertEquals(List.of(), authenticator.diagnose());
    }

    @ParameterizedTest
    @EnumSource
    void each_problem_has_a_title_and_steps_in_french_and_in_english(BadgeProblem problem) {
        var french = problem.remedy(Locale.FRANCE);
        var english = problem.remedy(Locale.UK);

        assertFalse(french.title().equals(english.title()));
        assertEquals(french.steps().size(), english.steps().size());
    }

    private void paired() throws Exception {
        started().authenticate(ANYBODY, context());
    }

    private BadgeAuthenticator started() {
        return started(services(authenticator.descriptor()));
    }

    private BadgeAuthenticator started(TestServices services) {
        authenticator.start(services);
        return authenticator;
    }

    private TestContext context() {
        return TestContext.answering().withDialog(person);
    }

    private Problem problemOf(TestContext context) {
        started();
        return problemOf(ANYBODY, context);
    }

    private Problem problemOf(AuthenticationRequest request, TestContext context) {
        return assertThrows(PscException.class, () -> authenticator.authenticate(request, context))
                .problem();
    }
}
