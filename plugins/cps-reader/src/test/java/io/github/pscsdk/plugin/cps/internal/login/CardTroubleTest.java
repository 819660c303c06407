package io.github.pscsdk.plugin.cps.internal.login;

import static io.github.pscsdk.plugin.cps.AtReaders.PATIENCE;
import static io.github.pscsdk.plugin.cps.AtReaders.anyone;
import static io.github.pscsdk.plugin.cps.AtReaders.await;
import static io.github.pscsdk.plugin.cps.AtReaders.impatient;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.api.dialog.LoginDialog;
import io.github.pscsdk.api.dialog.NationalIdAnswer;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.plugin.cps.AtReaders;
import io.github.pscsdk.plugin.cps.ThinkingCard;
import io.github.pscsdk.plugin.cps.problem.CardProblem;
import io.github.pscsdk.testkit.card.SmartCard;
import io.github.pscsdk.testkit.card.VirtualCard;
import io.github.pscsdk.testkit.card.VirtualReader;
import io.github.pscsdk.testkit.contract.TestContext;
import io.github.pscsdk.testkit.persona.Personas;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.time.VirtualClock;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way in which a card can fail, and what a login ends with. */
class CardTroubleTest {
    /** Those of ISO/IEC 7816-4 and of the older application (cps-card, section 7), and some of nobody's. */
    private static final int[] STATUS_WORDS = {
        0x6100, 0x6110, 0x6200, 0x6281, 0x6282, 0x6283, 0x6300, 0x63C0, 0x6400, 0x6581, 0x6700, 0x6881, 0x6882, 0x6982,
        0x6983, 0x6984, 0x6985, 0x6986, 0x6A80, 0x6A81, 0x6A82, 0x6A86, 0x6A88, 0x6B00, 0x6C00, 0x6C10, 0x6D00, 0x6E00,
        0x6F00, 0x9000, 0x9404, 0x9804, 0x9808, 0x9840, 0x9F10, 0x0000, 0xFFFF
    };

    /** Those that the plug-in tells from each other, and one of nobody's. */
    private static final int[] TOLD_APART = {
        0x6110, 0x6282, 0x63C0, 0x6982, 0x6983, 0x6985, 0x6A82, 0x6B00, 0x6C10, 0x6E00, 0x9000, 0xFFFF
    };

    private static final int VERIFY = 0x20;

    /** What a card says of its code by these is no fault, but an answer. */
    private static final Set<Integer> ANSWERS_ABOUT_THE_CODE = Set.of(0x63C0, 0x6983, 0x9000);

    @RegisterExtension
    private final AtReaders at = new AtReaders();

    // One stray status word
    // --------------------------------------------------------------------------------------------

    static Stream<Arguments> cards() {
        return Stream.of(
                Arguments.of(
                        Named.of("CPS3", VirtualCard.cps3(Personas.PHARMACIST).build())),
                Arguments.of(
                        Named.of("CPS4", VirtualCard.cps4(Personas.PHARMACIST).build())));
    }

    @ParameterizedTest
    @MethodSource("cards")
    void one_stray_status_word_costs_nothing_at_whatever_exchange(SmartCard card) throws Exception {
        assertStrayOnesCostNothing(card, everySecond(TOLD_APART, isCps4(card)));
    }

    /** Those at even places, or at odd ones: each card meets one half. */
    private static int[] everySecond(int[] statusWords, boolean odd) {
        return IntStream.range(0, statusWords.length)
                .filter(place -> place % 2 == 1 == odd)
                .map(place -> statusWords[place])
                .toArray();
    }

    @ParameterizedTest
    @MethodSource("cards")
    @Tag("long")
    void whatever_the_status_word_it_costs_nothing_once_and_ends_as_trouble_if_it_stays(SmartCard card)
            throws Exception {
        assertStrayOnesCostNothing(card, STATUS_WORDS);
        assertLastingOnesEndWell(card, STATUS_WORDS);
    }

    private void assertStrayOnesCostNothing(SmartCard card, int... statusWords) throws Exception {
        var commands = commands(card);

        for (var status : statusWords) {
            for (var exchange = 1; exchange <= commands.size(); exchange++) {
                if (commands.get(exchange - 1) == VERIFY && ANSWERS_ABOUT_THE_CODE.contains(status)) {
                    continue;
                }
                insert(card.onNth(exchange, SmartCard.status(status)));
                var context = TestContext.answering();

                var login = at.begin(anyone(), context);

                var where = "%04X at exchange %d".formatted(status, exchange);
                assertEquals(context.grant(), grant(login, where), where);
                assertEquals(
                        Personas.PHARMACIST,
                        context.asked().get(0).orElseThrow().nationalId(),
                        where);
                assertEquals(List.of(), context.notices(), where);
                at.a().remove();
            }
        }
    }

    private static Object grant(AtReaders.Login login, String where) throws Exception {
        try {
            return login.grant();
        } catch (ExecutionException e) {
            throw new AssertionError(where, e);
        }
    }

    @Test
    void one_stray_status_word_does_not_lock_a_session() throws Exception {
        var card = VirtualCard.cps3(Personas.PHARMACIST).build();
        var context = TestContext.answering();
        insert(card);
        at.begin(anyone(), context).grant();
        Queue<Boolean> reports = new ConcurrentLinkedQueue<>();

        // The first look of the watch meets the fault.
        insertAgain(card.onNth(1, SmartCard.status(0x6F00)));
        var session = AtReaders.follow(context, reports::add);
        await(() -> !reports.isEmpty());
        session.interrupt();

        assertEquals(true, reports.peek());
    }

    // A card that goes on failing
    // --------------------------------------------------------------------------------------

    @ParameterizedTest
    @MethodSource("cards")
    void a_card_that_fails_from_some_exchange_on_ends_as_trouble_with_the_card(SmartCard card) throws Exception {
        assertLastingOnesEndWell(card, everySecond(TOLD_APART, !isCps4(card)));
    }

    private void assertLastingOnesEndWell(SmartCard card, int... statusWords) throws Exception {
        var commands = commands(card);

        for (var status : statusWords) {
            for (var exchange = 1; exchange <= commands.size(); exchange++) {
                insert(failingFrom(card, exchange, status));

                var login = at.begin(anyone(), impatient());

                assertEndsWell(login, commands.get(exchange - 1), "%04X from exchange %d".formatted(status, exchange));
                at.a().remove();
            }
        }
    }

    /** A card that shows all but the state of its code can log in; one that keeps its certificate behind the code asks whose it is. */
    private static void assertEndsWell(AtReaders.Login login, int instruction, String where) throws Exception {
        try {
            login.grant();
            assertEquals(VERIFY, instruction, where);
        } catch (ExecutionException e) {
            var problem = ((PscException) e.getCause()).problem();
            var isHidden = problem == LoginProblem.NATIONAL_ID_MISSING && where.startsWith("6982");
            assertTrue(problem instanceof CardProblem || isHidden, () -> where + ": " + problem);
        }
    }

    private static SmartCard failingFrom(SmartCard card, int exchange, int status) {
        var seen = new int[1];
        return card.onEach((whole, command) ->
                ++seen[0] < exchange ? whole.transmit(command) : new byte[] {(byte) (status >> 8), (byte) status});
    }

    // What happens, and the outcome
    // ------------------------------------------------------------------------------------

    /** What happens before anybody is asked, and what the login ends with when its time is up. */
    @TestFactory
    Stream<DynamicTest> before_anybody_is_asked_the_last_trouble_with_a_card_is_the_cause() {
        var own = VirtualCard.cps3(Personas.PHARMACIST).build();
        return Stream.of(
                        before("nothing", "CPS-003", desk -> {}),
                        before("no reader", "CPS-002", desk -> {
                            desk.a().unplug();
                            desk.b().unplug();
                            desk.awaitNotice("CPS-002");
                        }),
                        before("6982 to everything", "CPS-009", desk -> {
                            desk.a().insert(saying(own, 0x6982));
                            desk.awaitNotice("CPS-009");
                        }),
                        before("6A82 to everything", "CPS-009", desk -> {
                            desk.a().insert(saying(own, 0x6A82));
                            desk.awaitNotice("CPS-009");
                        }),
                        before("6F00 to everything", "CPS-009", desk -> {
                            desk.a().insert(saying(own, 0x6F00));
                            desk.awaitNotice("CPS-009");
                        }),
                        before("an unreadable card, then none", "CPS-009", desk -> {
                            desk.a().insert(saying(own, 0x6A82));
                            desk.awaitNotice("CPS-009");
                            desk.a().remove();
                        }),
                        before("an unreadable card, then a Vitale card", "CPS-005", desk -> {
                            desk.a().insert(saying(own, 0x6A82));
                            desk.awaitNotice("CPS-009");
                            desk.a().blink(VirtualCard.vitale());
                            desk.awaitNotice("CPS-005");
                        }),
                        before("a card pulled while it is read", "CPS-008", desk -> {
                            desk.a().insert(own.onNth(3, SmartCard.removal()));
                            desk.awaitNotice("CPS-008");
                        }),
                        before("the reader pulled while the card is read", "CPS-002", desk -> {
                            desk.b().unplug();
                            desk.a().insert(own.onNth(3, SmartCard.removal()));
                            desk.awaitNotice("CPS-008");
                            desk.a().unplug();
                            desk.awaitNotice("CPS-002");
                        }),
                        before("a patient's card", "CPS-005", desk -> {
                            desk.a().insert(VirtualCard.vitale());
                            desk.awaitNotice("CPS-005");
                        }),
                        before("some other card", "CPS-006", desk -> {
                            desk.a().insert(VirtualCard.unknown());
                            desk.awaitNotice("CPS-006");
                        }),
                        before("some other card that finds no application", "CPS-006", desk -> {
                            desk.a().insert(saying(VirtualCard.unknown(), 0x6A82));
                            desk.awaitNotice("CPS-006");
                        }),
                        before("some other card that knows no command", "CPS-006", desk -> {
                            desk.a().insert(saying(VirtualCard.unknown(), 0x6D00));
                            desk.awaitNotice("CPS-006");
                        }),
                        before("some other card that takes every command", "CPS-006", desk -> {
                            desk.a().insert(saying(VirtualCard.unknown(), 0x9000));
                            desk.awaitNotice("CPS-006");
                        }),
                        before("a card that another program keeps", "CPS-007", desk -> {
                            desk.a().insert(saying(own, 0x6F00));
                            AtReaders.await(() -> isHeld(desk.a()));
                            desk.awaitNotice("CPS-007");
                        }))
                .map(row -> dynamicTest(row.name, () -> assertEquals(row.code, endAtDeadline(row.happens))));
    }

    /** Not while the login itself is connected. */
    private static boolean isHeld(VirtualReader reader) {
        try {
            reader.heldByAnotherProcess();
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private static SmartCard saying(SmartCard card, int status) {
        return card.onEach(SmartCard.status(status));
    }

    private String endAtDeadline(Happening<Desk> happens) throws Exception {
        anotherDesk();
        var clock = VirtualClock.standing();
        var context = TestContext.answering().withClock(clock);
        var login = at.begin(anyone(), context);
        await(() -> context.waitedForDevice());
        happens.happen(new Desk(at, context));
        clock.advance(Duration.ofMinutes(6));
        var code = login.problem().code();
        assertEquals(List.of(), context.asked());
        return code;
    }

    private void anotherDesk() {
        at.afterEach(null);
        at.beforeEach(null);
    }

    @Test
    void trouble_before_a_card_was_read_is_not_why_there_is_none_after_it() throws Exception {
        var clock = VirtualClock.standing();
        var context = TestContext.answering().withClock(clock).withDialog(new LoginDialog() {
            @Override
            public Optional<NationalIdAnswer> holderOf(String device) {
                at.a().remove();
                clock.advance(Duration.ofMinutes(6));
                return Optional.of(new NationalIdAnswer(Personas.PHARMACIST, false));
            }
        });
        insert(saying(VirtualCard.unknown(), 0x6A82));
        var login = at.begin(anyone(), context);
        await(() -> !context.notices().isEmpty());

        insertAgain(VirtualCard.cps3(Personas.PHARMACIST).hidingHolder().build());

        assertEquals(CardProblem.NO_CARD, login.problem());
    }

    @Test
    void a_login_that_the_engine_interrupts_at_the_deadline_tells_its_trouble_all_the_same() throws Exception {
        var clock = VirtualClock.standing();
        var context = TestContext.answering().withClock(clock);
        insert(saying(VirtualCard.cps3(Personas.PHARMACIST).build(), 0x6982));
        var login = at.begin(anyone(), context);
        await(() -> !context.notices().isEmpty());

        clock.advance(Duration.ofMinutes(6));
        login.thread().interrupt();

        assertEquals(CardProblem.CARD_UNREADABLE, login.problem());
    }

    @Test
    void a_card_that_still_thinks_at_the_deadline_is_too_slow() throws Exception {
        var clock = VirtualClock.standing();
        var thinks = new CountDownLatch(1);
        insert(new ThinkingCard(VirtualCard.cps3(Personas.PHARMACIST).build(), thinks, new CountDownLatch(1)));
        var login = at.begin(anyone(), TestContext.answering().withClock(clock));
        assertTrue(thinks.await(PATIENCE.toSeconds(), TimeUnit.SECONDS));

        clock.advance(Duration.ofMinutes(6));
        login.thread().interrupt();

        assertEquals(CardProblem.READER_SLOW, login.problem());
    }

    /** What happens while the holder is asked, what the server half answers, and what the login ends with. */
    @TestFactory
    Stream<DynamicTest> after_the_holder_was_asked_the_card_is_read_again_for_the_cause() {
        return Stream.of(
                        asked("refused, no wrong code", LoginProblem.REFUSED, "PSC-001", desk -> {}),
                        asked("refused, two tries left", LoginProblem.REFUSED, "CPS-022", desk -> desk.wrongCodes(1)),
                        asked("refused, one try left", LoginProblem.REFUSED, "CPS-023", desk -> desk.wrongCodes(2)),
                        asked(
                                "refused, three wrong codes",
                                LoginProblem.REFUSED,
                                "CPS-014",
                                desk -> desk.wrongCodes(3)),
                        asked("refused, and a stray 6F00 after it", LoginProblem.REFUSED, "CPS-022", desk -> {
                            desk.wrongCodes(1);
                            desk.at.a().blink(desk.card.onNth(1, SmartCard.status(0x6F00)));
                        }),
                        asked(
                                "refused, and taken out",
                                LoginProblem.REFUSED,
                                "PSC-001",
                                desk -> desk.at.a().remove()),
                        asked("refused, another person's card", LoginProblem.REFUSED, "CPS-012", desk -> desk.other()),
                        asked(
                                "refused, another card of the same person, with its last try",
                                LoginProblem.REFUSED,
                                "PSC-001",
                                desk -> desk.at
                                        .a()
                                        .blink(VirtualCard.cps4(Personas.PHARMACIST)
                                                .triesLeft(1)
                                                .build())),
                        asked(
                                "refused, the service stopped",
                                LoginProblem.REFUSED,
                                "PSC-001",
                                desk -> desk.at.readers().stopService()),
                        asked("no answer, the card there", LoginProblem.NO_ANSWER_IN_TIME, "PSC-002", desk -> {}),
                        asked(
                                "no answer, wrong codes",
                                LoginProblem.NO_ANSWER_IN_TIME,
                                "PSC-002",
                                desk -> desk.wrongCodes(2)),
                        asked(
                                "no answer, blocked",
                                LoginProblem.NO_ANSWER_IN_TIME,
                                "CPS-014",
                                desk -> desk.wrongCodes(3)),
                        asked(
                                "no answer, pulled for good",
                                LoginProblem.NO_ANSWER_IN_TIME,
                                "CPS-024",
                                desk -> desk.at.a().remove()),
                        asked("no answer, the reader gone", LoginProblem.NO_ANSWER_IN_TIME, "CPS-002", desk -> {
                            desk.at.a().unplug();
                            desk.at.b().unplug();
                        }),
                        asked(
                                "no answer, the service stopped",
                                LoginProblem.NO_ANSWER_IN_TIME,
                                "CPS-001",
                                desk -> desk.at.readers().stopService()),
                        asked(
                                "no answer, a patient's card",
                                LoginProblem.NO_ANSWER_IN_TIME,
                                "CPS-005",
                                desk -> desk.at.a().blink(VirtualCard.vitale())),
                        asked(
                                "no answer, a bank card",
                                LoginProblem.NO_ANSWER_IN_TIME,
                                "CPS-006",
                                desk -> desk.at.a().blink(VirtualCard.unknown())),
                        asked(
                                "no answer, another person's card",
                                LoginProblem.NO_ANSWER_IN_TIME,
                                "CPS-012",
                                desk -> desk.other()),
                        asked(
                                "no answer, unreadable",
                                LoginProblem.NO_ANSWER_IN_TIME,
                                "CPS-009",
                                desk -> desk.at.a().blink(saying(desk.card, 0x6A82))),
                        asked(
                                "no answer, held by CPS-Gestion",
                                LoginProblem.NO_ANSWER_IN_TIME,
                                "PSC-002",
                                desk -> desk.at.a().heldByAnotherProcess()),
                        asked(
                                "unavailable, and pulled",
                                LoginProblem.PSC_UNAVAILABLE,
                                "PSC-020",
                                desk -> desk.at.a().remove()))
                .map(row -> dynamicTest(row.name, () -> assertEquals(row.code, endAfterAsking(row))));
    }

    private String endAfterAsking(Asked row) throws Exception {
        anotherDesk();
        var card = VirtualCard.cps3(Personas.PHARMACIST).build();
        insert(card);
        var context = TestContext.failing(new PscException(row.answer, "a test"))
                .whenAsked(() -> row.happens.accept(new AskedDesk(at, card)));
        return at.problem(anyone(), context).code();
    }

    @Test
    void a_login_that_the_engine_ends_while_the_holder_is_asked_ends_as_trouble_with_the_card_too() throws Exception {
        // What is left of the engine's second can be too short for a look on a busy machine.
        Await.until("a look at the cards in time", () -> {
            var login = interruptedLogin(card -> at.a().remove());
            if (login.failure() instanceof InterruptedException) {
                return false;
            }
            assertEquals(CardProblem.REMOVED_UNCONFIRMED, login.problem());
            return true;
        });
    }

    /** Interrupted as the engine does at the deadline, while the holder is asked; what happens comes just before. */
    private AtReaders.Login interruptedLogin(Consumer<VirtualCard> happens) throws Exception {
        anotherDesk();
        var clock = VirtualClock.standingAt(Clock.systemUTC().instant());
        var silent = TestContext.silent().withClock(clock);
        var card = VirtualCard.cps3(Personas.PHARMACIST).build();
        insert(card);
        var login = at.begin(anyone(), silent);
        silent.awaitAsked(PATIENCE);

        happens.accept(card);
        clock.advance(Duration.between(clock.instant(), silent.deadline()));
        login.thread().interrupt();
        return login;
    }

    @Test
    void a_login_that_the_engine_ends_does_not_wait_for_a_card_that_is_read() throws Exception {
        Await.until("an end within the engine's second", () -> {
            var login = interruptedLogin(
                    card -> insertAgain(new ThinkingCard(card, new CountDownLatch(1), new CountDownLatch(1))));
            login.thread().join(Duration.ofSeconds(1).toMillis());
            if (login.thread().isAlive()) {
                return false;
            }
            assertInstanceOf(InterruptedException.class, login.failure());
            return true;
        });
    }

    @Test
    void a_refusal_with_two_tries_left_tells_them() throws Exception {
        assertEquals(CardProblem.REFUSED_TWO_TRIES_LEFT, refusedAfter(1));
    }

    @Test
    void a_refusal_with_one_try_left_tells_it() throws Exception {
        assertEquals(CardProblem.REFUSED_ONE_TRY_LEFT, refusedAfter(2));
    }

    private Problem refusedAfter(int wrongCodes) throws Exception {
        var card = VirtualCard.cps4(Personas.PHARMACIST).build();
        insert(card);
        var context = TestContext.failing(new PscException(LoginProblem.REFUSED, "a test"))
                .whenAsked(() -> enterWrongCodes(card, wrongCodes));
        return at.problem(anyone(), context);
    }

    @Test
    void in_the_browser_three_wrong_codes_are_told_as_well() throws Exception {
        var card = VirtualCard.cps3(Personas.PHARMACIST).build();
        insert(card);
        var context = TestContext.failing(new PscException(LoginProblem.REFUSED, "a test"))
                .whenAsked(() -> new AskedDesk(at, card).wrongCodes(3));

        assertEquals(CardProblem.CARD_BLOCKED, at.problem(anyone().withWayIn(WayIn.BROWSER), context));
    }

    @Test
    void the_tries_left_are_in_the_texts_and_a_blocked_card_leads_to_the_step_of_unlocking() {
        for (var locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
            assertTrue(CardProblem.REFUSED_TWO_TRIES_LEFT.remedy(locale).title().contains(" 2 "));
            assertTrue(CardProblem.REFUSED_ONE_TRY_LEFT.remedy(locale).title().contains(" 1 "));
        }
        assertEquals("have_unlock", CardProblem.CARD_BLOCKED.guideNode().orElseThrow());
    }

    // The desk
    // ---------------------------------------------------------------------------------------------------------

    @FunctionalInterface
    private interface Happening<T> {
        void happen(T desk) throws Exception;
    }

    private record Before(String name, String code, Happening<Desk> happens) {}

    private static Before before(String name, String code, Happening<Desk> happens) {
        return new Before(name, code, happens);
    }

    private record Asked(String name, LoginProblem answer, String code, Consumer<AskedDesk> happens) {}

    private static Asked asked(String name, LoginProblem answer, String code, Consumer<AskedDesk> happens) {
        return new Asked(name, answer, code, happens);
    }

    private record Desk(AtReaders at, TestContext context) {
        VirtualReader a() {
            return at.a();
        }

        VirtualReader b() {
            return at.b();
        }

        void awaitNotice(String code) throws InterruptedException {
            await(() -> context.notices().stream()
                    .anyMatch(notice -> notice.problem().code().equals(code)));
        }
    }

    private record AskedDesk(AtReaders at, VirtualCard card) {
        void wrongCodes(int count) {
            enterWrongCodes(card, count);
        }

        void other() {
            at.a().blink(VirtualCard.cps3(AtReaders.DOCTOR).build());
        }
    }

    private static boolean isCps4(SmartCard card) {
        return card.atr()[1] == (byte) 0x9B;
    }

    private static void enterWrongCodes(VirtualCard card, int count) {
        // As CPS-Gestion would: of a CPS4, on its own channel.
        if (isCps4(card)) {
            card.transmit(HexFormat.of().parseHex("01A4040C088025000001FF0100"));
        }
        IntStream.range(0, count)
                .forEach(i -> card.transmit(
                        HexFormat.of().parseHex((isCps4(card) ? "01" : "00") + "200001" + "04" + "39393939")));
    }

    private void insert(SmartCard card) {
        at.a().insert(card);
    }

    private void insertAgain(SmartCard card) {
        at.a().blink(card);
    }

    /** The instruction of each command of an undisturbed login. */
    private List<Integer> commands(SmartCard card) throws Exception {
        var seen = new ArrayList<Integer>();
        insert(card.onEach((whole, command) -> {
            seen.add(command[1] & 0xFF);
            return whole.transmit(command);
        }));
        at.begin(anyone(), TestContext.answering()).grant();
        at.a().remove();
        return seen;
    }
}
