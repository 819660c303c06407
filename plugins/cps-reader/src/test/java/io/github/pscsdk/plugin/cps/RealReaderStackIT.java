package io.github.pscsdk.plugin.cps;

import static io.github.pscsdk.plugin.cps.AtReaders.DOCTOR;
import static io.github.pscsdk.plugin.cps.AtReaders.PATIENCE;
import static io.github.pscsdk.plugin.cps.AtReaders.anyone;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.plugin.cps.AtReaders.Login;
import io.github.pscsdk.plugin.cps.problem.CardProblem;
import io.github.pscsdk.testkit.card.OnRealPcsc;
import io.github.pscsdk.testkit.card.PcscDaemon;
import io.github.pscsdk.testkit.card.SmartCard;
import io.github.pscsdk.testkit.card.VirtualCard;
import io.github.pscsdk.testkit.card.VpcdSlot;
import io.github.pscsdk.testkit.contract.TestContext;
import io.github.pscsdk.testkit.contract.TestServices;
import io.github.pscsdk.testkit.persona.Personas;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CommandAPDU;
import javax.smartcardio.TerminalFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The plug-in through the JDK, libpcsclite, pcscd and a reader of vpcd, as on a workstation. */
@OnRealPcsc
class RealReaderStackIT {
    private static final int MOST_EXCHANGES = 25;

    private final PcscDaemon daemon;
    private final VpcdSlot first = new VpcdSlot(0);
    private final VpcdSlot second = new VpcdSlot(1);
    private final CpsAuthenticator authenticator = new CpsAuthenticator();
    private final TestContext context = TestContext.answering();
    private final BlockingQueue<Boolean> presence = new LinkedBlockingQueue<>();
    private Thread session = new Thread();

    RealReaderStackIT(PcscDaemon daemon) {
        authenticator.start(TestServices.of(authenticator.descriptor()));
        this.daemon = daemon;
    }

    @BeforeEach
    void both_slots_are_empty() throws Exception {
        for (var slot : List.of(first, second)) {
            assertTrue(terminal(slot).waitForCardAbsent(PATIENCE.toMillis()));
        }
    }

    @AfterEach
    void no_card_is_left() {
        session.interrupt();
        first.close();
        second.close();
    }

    static Stream<VirtualCard> cards() {
        return Stream.of(
                VirtualCard.cps3(Personas.PHARMACIST).build(),
                VirtualCard.cps4(Personas.PHARMACIST).build());
    }

    @ParameterizedTest
    @MethodSource("cards")
    void the_holder_is_asked_after_no_more_than_25_exchanges_on_the_wire(VirtualCard card) throws Exception {
        var exchanges = new AtomicInteger();
        insert(first, card.onEach((whole, command) -> {
            exchanges.incrementAndGet();
            return whole.transmit(command);
        }));

        begin().grant();

        assertEquals(Personas.PHARMACIST, context.asked().get(0).orElseThrow().nationalId());
        assertTrue(exchanges.get() <= MOST_EXCHANGES, () -> exchanges + " exchanges");
    }

    @Test
    void a_card_may_be_inserted_later_beside_a_patients_in_the_wrong_slot() throws Exception {
        insert(first, VirtualCard.vitale());
        var login = begin();
        await(() -> told(CardProblem.VITALE_CARD));

        insert(second, VirtualCard.cps3(DOCTOR).build());

        login.grant();
        assertEquals(DOCTOR, context.asked().get(0).orElseThrow().nationalId());
    }

    @Test
    void wrong_codes_given_elsewhere_are_announced_then_end_in_a_refusal() throws Exception {
        insert(first, VirtualCard.cps3(DOCTOR).build());
        presentWrongCode();
        presentWrongCode();

        begin().grant();
        assertTrue(told(CardProblem.ONE_TRY_LEFT));

        presentWrongCode();
        assertEquals(CardProblem.CARD_BLOCKED, begin(TestContext.answering()).problem());
    }

    @Test
    void another_process_may_have_the_card_for_a_while_and_cancel_answers_meanwhile() throws Exception {
        insert(first, VirtualCard.cps3(DOCTOR).build());
        var other = holder(first.reader());
        try (var said = other.inputReader(StandardCharsets.UTF_8)) {
            assertEquals("held", said.readLine());
            var cancelled = begin(TestContext.answering());
            cancelled.thread().interrupt();
            assertEquals(InterruptedException.class, cancelled.failure().getClass());
            var login = begin();

            other.getOutputStream().close();

            login.grant();
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void cancel_answers_while_the_card_is_thinking() throws Exception {
        var thinking = new ThinkingCard(VirtualCard.cps3(DOCTOR).build(), new CountDownLatch(1), new CountDownLatch(1));
        insert(first, thinking);
        var login = begin();
        assertTrue(thinking.began().await(PATIENCE.toSeconds(), TimeUnit.SECONDS));

        login.thread().interrupt();

        assertEquals(InterruptedException.class, login.failure().getClass());
        thinking.goOn().countDown();
    }

    @Test
    void the_card_is_followed_out_of_the_reader_and_back_into_the_other() throws Exception {
        var card = VirtualCard.cps3(DOCTOR).build();
        sessionWith(card);

        first.remove();
        assertReport(false);
        insert(second, card);
        assertReport(true);
    }

    @Test
    void a_card_swapped_at_once_is_noticed() throws Exception {
        sessionWith(VirtualCard.cps3(DOCTOR).build());

        first.blink(VirtualCard.cps3(DOCTOR).build());

        assertReport(false);
    }

    @Test
    void the_service_may_be_killed_and_started_again_while_a_login_waits() throws Exception {
        var login = begin();
        await(() -> context.waitedForDevice());

        daemon.kill();
        await(() -> told(CardProblem.NO_PCSC_SERVICE));
        daemon.restart();
        first.insert(VirtualCard.cps3(DOCTOR).build());

        login.grant();
    }

    /** As in CardWatchTest with virtual readers; the service itself is found again in the test above. */
    @Test
    @Tag("long")
    void the_service_may_be_killed_and_started_again_during_a_session() throws Exception {
        var card = VirtualCard.cps4(DOCTOR).build();
        sessionWith(card);

        daemon.kill();
        assertReport(false);
        daemon.restart();
        first.remove();
        first.insert(card);

        assertReport(true);
    }

    @Test
    void a_card_is_found_in_order_and_left_reset() throws Exception {
        var card = VirtualCard.cps3(DOCTOR).build();
        insert(first, card);
        await(() -> find(CardProblem.CARD_READY));

        var code = VirtualCard.CODE.getBytes(StandardCharsets.US_ASCII);
        var other = terminal(first).connect("*");
        assertEquals(0x9000, verify(other.getBasicChannel(), code));
        begin().grant();

        assertFalse(card.isCodePresented());
    }

    private Login begin() {
        return begin(context);
    }

    private Login begin(TestContext other) {
        return AtReaders.begin(authenticator, anyone(), other);
    }

    private void sessionWith(SmartCard card) throws Exception {
        insert(first, card);
        begin().grant();
        session = AtReaders.follow(context, presence::add);
        assertReport(true);
    }

    private void assertReport(boolean isThere) throws InterruptedException {
        var report = presence.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        while (report != null && report != isThere) {
            report = presence.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
        assertEquals(isThere, report);
    }

    private static void insert(VpcdSlot slot, SmartCard card) throws Exception {
        slot.insert(card);
        assertTrue(terminal(slot).waitForCardPresent(PATIENCE.toMillis()), "the reader does not see the card");
    }

    private boolean told(Problem problem) {
        return context.notices().stream().map(Diagnostic::problem).anyMatch(problem::equals);
    }

    private boolean find(Problem problem) {
        try {
            return authenticator.diagnose().stream().map(Diagnostic::problem).anyMatch(problem::equals);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        AtReaders.await(condition);
    }

    private void presentWrongCode() throws Exception {
        assertTrue(terminal(first).waitForCardPresent(PATIENCE.toMillis()));
        var card = terminal(first).connect("*");
        verify(card.getBasicChannel(), "0000".getBytes(StandardCharsets.US_ASCII));
        card.disconnect(true);
    }

    private static int verify(CardChannel channel, byte[] code) throws Exception {
        return channel.transmit(new CommandAPDU(0x00, 0x20, 0x00, 0x01, code)).getSW();
    }

    private static CardTerminal terminal(VpcdSlot slot) throws Exception {
        return TerminalFactory.getInstance("PC/SC", null).terminals().getTerminal(slot.reader());
    }

    private static Process holder(String reader) throws Exception {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Dsun.security.smartcardio.library="
                                + System.getProperty("sun.security.smartcardio.library", ""),
                        "-cp",
                        System.getProperty("java.class.path"),
                        CardHolder.class.getName(),
                        reader)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Another program: has the card in the reader that it is told to itself until its input ends. */
    static final class CardHolder {
        private CardHolder() {}

        public static void main(String[] reader) throws Exception {
            var terminal =
                    TerminalFactory.getInstance("PC/SC", null).terminals().getTerminal(reader[0]);
            terminal.waitForCardPresent(0);
            var card = terminal.connect("*");
            // The JDK has no exclusive connection; while this lasts, PC/SC lets everybody else wait.
            card.beginExclusive();
            System.out.println("held");
            System.in.readAllBytes();
            card.endExclusive();
            card.disconnect(true);
        }
    }
}
