package io.github.pscsdk.plugin.cps.internal.login;

import static io.github.pscsdk.plugin.cps.AtReaders.anyone;
import static io.github.pscsdk.plugin.cps.AtReaders.await;
import static io.github.pscsdk.plugin.cps.AtReaders.impatient;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.plugin.cps.AtReaders;
import io.github.pscsdk.plugin.cps.ThinkingCard;
import io.github.pscsdk.plugin.cps.problem.CardProblem;
import io.github.pscsdk.testkit.card.SmartCard;
import io.github.pscsdk.testkit.card.VirtualCard;
import io.github.pscsdk.testkit.contract.TestContext;
import io.github.pscsdk.testkit.persona.Personas;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that can stand between a login and a card. */
class CardWaitTest {

    @RegisterExtension
    private final AtReaders at = new AtReaders();

    private final TestContext context = TestContext.answering();

    // What the person mends while the login waits --------------------------------------------------------------------

    @Test
    void a_card_may_be_inserted_later() throws Exception {
        var login = at.begin(anyone(), context);
        await(() -> context.waitedForDevice());

        at.b().insert(card());

        assertEquals(context.grant(), login.grant());
    }

    @Test
    void a_reader_may_be_plugged_in_later() throws Exception {
        at.a().unplug();
        at.b().unplug();
        var login = at.begin(anyone(), context);
        await(() -> told(CardProblem.NO_READER));

        at.readers().plug("Reader C").insert(card());

        assertEquals(context.grant(), login.grant());
    }

    @Test
    void the_last_reader_may_be_unplugged_and_plugged_in_again() throws Exception {
        at.b().unplug();
        var login = at.begin(anyone(), context);
        await(() -> context.waitedForDevice());
        at.a().unplug();
        await(() -> told(CardProblem.NO_READER));

        at.readers().plug("Reader A").insert(card());

        assertEquals(context.grant(), login.grant());
    }

    @Test
    void the_service_may_be_started_later() throws Exception {
        at.a().insert(card());
        at.readers().stopService();
        var login = at.begin(anyone(), context);
        await(() -> told(CardProblem.NO_PCSC_SERVICE));

        at.readers().startService();

        assertEquals(context.grant(), login.grant());
    }

    @Test
    void the_service_may_be_restarted_meanwhile() throws Exception {
        var login = at.begin(anyone(), context);
        await(() -> context.waitedForDevice());

        at.readers().stopService();
        at.readers().startService();
        at.a().insert(card());

        assertEquals(context.grant(), login.grant());
    }

    @Test
    void a_patients_card_is_named_and_the_professionals_awaited() throws Exception {
        at.a().insert(VirtualCard.vitale());
        var login = at.begin(anyone(), context);
        await(() -> told(CardProblem.VITALE_CARD));

        at.b().insert(card());

        assertEquals(context.grant(), login.grant());
        assertEquals(Map.of("reader", "Reader A"), context.notices().get(0).facts());
    }

    @Test
    void a_card_swapped_for_another_faster_than_anybody_looks_is_read() throws Exception {
        at.a().insert(VirtualCard.vitale());
        var login = at.begin(anyone(), context);
        await(() -> told(CardProblem.VITALE_CARD));

        at.a().blink(card());

        assertEquals(context.grant(), login.grant());
    }

    @Test
    void a_card_that_another_program_holds_is_read_once_it_is_free() throws Exception {
        at.a().insert(card());
        var hold = at.a().heldByAnotherProcess();
        var login = at.begin(anyone(), context);
        await(() -> told(CardProblem.CARD_IN_USE));

        hold.run();

        assertEquals(context.grant(), login.grant());
    }

    @Test
    void a_card_that_is_held_is_waited_for_even_where_another_authenticator_stands_by() throws Exception {
        at.a().insert(card());
        var hold = at.a().heldByAnotherProcess();
        var withOther = context.withNextWay();
        var login = at.begin(anyone(), withOther);
        await(() -> !withOther.notices().isEmpty());

        hold.run();

        assertEquals(withOther.grant(), login.grant());
        assertEquals(
                List.of(CardProblem.CARD_IN_USE),
                withOther.notices().stream().map(Diagnostic::problem).toList());
    }

    @Test
    void a_card_that_is_held_for_long_leaves_room_for_another_authenticator() throws Exception {
        var begun = Instant.parse("2026-11-24T08:00:00Z");
        var hurried = new AtomicReference<>(TestContext.answering());
        // It is held from before it is told, however late somebody looks at the clock after that.
        InstantSource clock = () -> hurried.get().notices().isEmpty() ? begun : begun.plus(CardWait.LONGEST_HELD);
        hurried.set(TestContext.answering()
                .withClock(clock.withZone(ZoneOffset.UTC))
                .withNextWay());
        at.a().insert(card());
        at.a().heldByAnotherProcess();

        assertEquals(CardProblem.CARD_IN_USE, at.problem(anyone(), hurried.get()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 9, 14})
    void a_card_pulled_in_the_middle_of_an_answer_is_read_from_the_start_when_it_comes_back(int exchange)
            throws Exception {
        var pulled = new CountDownLatch(1);
        at.a().insert(pulledCard(card(), exchange, pulled));
        var login = at.begin(anyone(), context);
        assertTrue(pulled.await(AtReaders.PATIENCE.toSeconds(), TimeUnit.SECONDS));

        await(() -> told(CardProblem.CARD_REMOVED) || at.a().trace().size() >= exchange);
        at.a().blink(card());

        assertEquals(context.grant(), login.grant());
    }

    // What is said in the end ----------------------------------------------------------------------------------------

    @Test
    void at_the_deadline_an_empty_reader_is_what_was_missing() throws Exception {
        assertEquals(CardProblem.NO_CARD, at.problem(anyone(), impatient()));
    }

    @Test
    void at_the_deadline_a_patients_card_is_what_stood_in_the_way() throws Exception {
        at.a().insert(VirtualCard.vitale());

        assertEquals(CardProblem.VITALE_CARD, at.problem(anyone(), impatient()));
    }

    @Test
    void at_the_deadline_another_card_is_what_stood_in_the_way() throws Exception {
        at.a().insert(VirtualCard.unknown());

        assertEquals(CardProblem.NOT_A_CPS, at.problem(anyone(), impatient()));
    }

    @Test
    void at_the_deadline_a_held_card_counts_more_than_a_patients() throws Exception {
        at.a().insert(VirtualCard.vitale());
        at.b().insert(card());
        at.b().heldByAnotherProcess();

        assertEquals(CardProblem.CARD_IN_USE, at.problem(anyone(), impatient()));
    }

    @Test
    void at_the_deadline_a_card_that_does_not_answer_is_said_to() throws Exception {
        at.a().insert(new OtherCard(new byte[] {0x00}, new byte[] {0x6D, 0x00}));

        assertEquals(CardProblem.CARD_MUTE, at.problem(anyone(), impatient()));
    }

    @Test
    void a_card_that_looks_like_one_of_the_family_and_has_no_serial_number_is_unreadable() throws Exception {
        at.a().insert(new OtherCard(card().atr(), new byte[] {0x6A, (byte) 0x82}));

        assertEquals(CardProblem.CARD_UNREADABLE, at.problem(anyone(), impatient()));
    }

    @Test
    void a_cps4_that_can_be_reached_on_no_channel_is_said_to() throws Exception {
        at.a()
                .insert(VirtualCard.cps4(Personas.PHARMACIST)
                        .refusingManageChannel()
                        .build());

        assertEquals(CardProblem.CHANNEL_REFUSED, at.problem(anyone(), impatient()));
    }

    @Test
    void at_the_deadline_a_missing_reader_is_what_was_missing() throws Exception {
        at.a().unplug();
        at.b().unplug();

        assertEquals(CardProblem.NO_READER, at.problem(anyone(), impatient()));
    }

    @Test
    void at_the_deadline_a_missing_service_is_what_was_missing() throws Exception {
        at.readers().stopService();

        assertEquals(CardProblem.NO_PCSC_SERVICE, at.problem(anyone(), impatient()));
    }

    // Who does not wait ----------------------------------------------------------------------------------------------

    @Test
    void nobody_waits_for_a_reader_where_another_authenticator_stands_by() throws Exception {
        at.a().unplug();
        at.b().unplug();

        assertEquals(CardProblem.NO_READER, at.problem(anyone(), context.withNextWay()));
    }

    @Test
    void nobody_waits_for_the_service_where_another_authenticator_stands_by() throws Exception {
        at.readers().stopService();

        assertEquals(CardProblem.NO_PCSC_SERVICE, at.problem(anyone(), context.withNextWay()));
    }

    @Test
    void cancel_answers_while_a_card_is_thinking() throws Exception {
        var thinks = new CountDownLatch(1);
        at.a().insert(new ThinkingCard(card(), thinks, new CountDownLatch(1)));
        var login = at.begin(anyone(), context);
        assertTrue(thinks.await(AtReaders.PATIENCE.toSeconds(), TimeUnit.SECONDS));

        login.thread().interrupt();

        assertEquals(InterruptedException.class, login.failure().getClass());
        assertEquals(List.of(), context.asked());
        at.a().remove();
    }

    private boolean told(Problem problem) {
        return context.notices().stream().map(Diagnostic::problem).anyMatch(problem::equals);
    }

    private static VirtualCard card() {
        return VirtualCard.cps3(Personas.PHARMACIST).build();
    }

    /** Says the same to everything. */
    private record OtherCard(byte[] atr, byte[] answer) implements SmartCard {
        @Override
        public byte[] transmit(byte[] command) {
            return answer.clone();
        }

        @Override
        public void reset() {}
    }

    /** Leaves the reader during an exchange. */
    private static SmartCard pulledCard(SmartCard card, int exchange, CountDownLatch pulled) {
        return card.onNth(exchange, (whole, command) -> {
            pulled.countDown();
            return SmartCard.removal().apply(whole, command);
        });
    }
}
