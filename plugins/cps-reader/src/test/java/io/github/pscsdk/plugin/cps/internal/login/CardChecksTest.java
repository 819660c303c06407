package io.github.pscsdk.plugin.cps.internal.login;

import static io.github.pscsdk.plugin.cps.AtReaders.anyone;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.pscsdk.api.Environment;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.plugin.cps.AtReaders;
import io.github.pscsdk.plugin.cps.problem.CardProblem;
import io.github.pscsdk.testkit.card.VirtualCard;
import io.github.pscsdk.testkit.card.VirtualCardBuilder;
import io.github.pscsdk.testkit.contract.TestContext;
import io.github.pscsdk.time.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which cards are refused before anybody is asked, and what is only said. */
class CardChecksTest {
    // A virtual card is valid by the system's time.
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private enum Generation {
        CPS3,
        CPS4;

        VirtualCardBuilder card() {
            return this == CPS3 ? VirtualCard.cps3(AtReaders.DOCTOR) : VirtualCard.cps4(AtReaders.DOCTOR);
        }
    }

    @RegisterExtension
    private final AtReaders at = new AtReaders();

    private TestContext context = TestContext.answering().withClock(VirtualClock.standingAt(NOW));

    @ParameterizedTest
    @EnumSource
    void a_blocked_card_is_refused(Generation generation) throws Exception {
        assertEquals(CardProblem.CARD_BLOCKED, refusal(generation.card().triesLeft(0)));
    }

    @ParameterizedTest
    @EnumSource
    void whose_card_it_is_is_told_before_it_is_refused_so_that_another_way_can_go_on(Generation generation)
            throws Exception {
        refusal(generation.card().triesLeft(0));

        assertEquals(Optional.of(AtReaders.DOCTOR), context.holder());
    }

    @ParameterizedTest
    @EnumSource
    void a_card_that_no_unlock_code_helps_is_refused_for_good(Generation generation) throws Exception {
        assertEquals(
                CardProblem.CARD_BLOCKED_FOR_GOOD, refusal(generation.card().blockedForGood()));
    }

    @ParameterizedTest
    @EnumSource
    void the_last_try_is_announced_and_no_reason_to_stop(Generation generation) throws Exception {
        assertEquals(
                List.of(CardProblem.ONE_TRY_LEFT), notices(generation.card().triesLeft(1)));
    }

    @Test
    void two_tries_left_are_nothing_to_speak_of() throws Exception {
        assertEquals(List.of(), notices(VirtualCard.cps3(AtReaders.DOCTOR).triesLeft(2)));
    }

    @Test
    void a_certificate_that_has_expired_is_refused() throws Exception {
        assertEquals(CardProblem.CERTIFICATE_EXPIRED, refusal(valid(Duration.ofDays(-900), Duration.ZERO)));
    }

    @Test
    void of_a_card_that_is_refused_no_smaller_trouble_is_told() throws Exception {
        assertEquals(
                CardProblem.CERTIFICATE_EXPIRED,
                refusal(valid(Duration.ofDays(-900), Duration.ZERO).triesLeft(1)));

        assertEquals(List.of(), context.notices());
    }

    @Test
    void a_certificate_of_the_future_is_refused() throws Exception {
        assertEquals(CardProblem.CERTIFICATE_NOT_YET_VALID, refusal(valid(Duration.ofDays(1), Duration.ofDays(900))));
    }

    @Test
    void a_certificate_that_expires_within_thirty_days_is_announced() throws Exception {
        assertEquals(
                List.of(CardProblem.CERTIFICATE_EXPIRES_SOON),
                notices(valid(Duration.ofDays(-900), Duration.ofDays(30))));
        assertEquals(Map.of("days", "30"), context.notices().get(0).facts());
        assertEquals(Severity.WARNING, context.notices().get(0).severity());
    }

    @Test
    void a_certificate_that_is_good_for_longer_is_nothing_to_speak_of() throws Exception {
        assertEquals(List.of(), notices(valid(Duration.ofDays(-900), Duration.ofDays(31))));
    }

    @Test
    void a_test_card_is_refused_where_real_professionals_log_in() throws Exception {
        context = context.withEnvironment(Environment.PRODUCTION);

        assertEquals(CardProblem.TEST_CARD_IN_PRODUCTION, refusal(VirtualCard.cps3(AtReaders.DOCTOR)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ANS20990101120000", "899700075122"})
    void a_card_that_hides_its_holder_is_a_test_card_where_a_test_identity_is_its_holder(String holder)
            throws Exception {
        context = context.withEnvironment(Environment.PRODUCTION);
        at.a().insert(VirtualCard.cps3(AtReaders.DOCTOR).hidingHolder().build());

        assertEquals(
                CardProblem.TEST_CARD_IN_PRODUCTION,
                at.problem(anyone().withNationalId(new NationalId(holder)), context));
        assertEquals(List.of(), context.asked());
    }

    @Test
    void a_card_that_hides_its_holder_may_log_in_where_a_real_person_is_its_holder() throws Exception {
        context = context.withEnvironment(Environment.PRODUCTION);
        at.a().insert(VirtualCard.cps3(AtReaders.DOCTOR).hidingHolder().build());

        assertSame(
                context.grant(),
                at.begin(anyone().withNationalId(AtReaders.DOCTOR), context).grant());
    }

    @ParameterizedTest
    @EnumSource(
            value = Environment.class,
            names = {"SANDBOX", "SIMULATOR"})
    void a_real_card_is_refused_where_only_test_cards_are_known(Environment environment) throws Exception {
        context = context.withEnvironment(environment);

        assertEquals(
                CardProblem.PRODUCTION_CARD_IN_TEST,
                refusal(VirtualCard.cps3(AtReaders.DOCTOR).likeProduction()));
    }

    @ParameterizedTest
    @CsvSource({
        "PRODUCTION, true",
        "CUSTOM, true",
        "CUSTOM, false",
        "UNKNOWN, true",
        "UNKNOWN, false",
        "SANDBOX, false",
        "SIMULATOR, false"
    })
    void every_other_card_may_log_in(Environment environment, boolean isReal) throws Exception {
        context = context.withEnvironment(environment);
        var card = VirtualCard.cps4(AtReaders.DOCTOR);

        assertEquals(List.of(), notices(isReal ? card.likeProduction() : card));
    }

    @AfterEach
    void nobody_was_asked_more_than_once() {
        assertEquals(Math.min(1, context.asked().size()), context.asked().size());
    }

    private Object refusal(VirtualCardBuilder card) throws Exception {
        at.a().insert(card.build());
        var problem = at.problem(anyone(), context);
        assertEquals(List.of(), context.asked());
        return problem;
    }

    private List<Object> notices(VirtualCardBuilder card) throws Exception {
        at.a().insert(card.build());
        assertSame(context.grant(), at.begin(anyone(), context).grant());
        return context.notices().stream()
                .map(Diagnostic::problem)
                .map(Object.class::cast)
                .toList();
    }

    private static VirtualCardBuilder valid(Duration from, Duration until) {
        return VirtualCard.cps3(AtReaders.DOCTOR).valid(NOW.plus(from), NOW.plus(until));
    }
}
