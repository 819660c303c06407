package io.github.pscsdk.plugin.cps.internal.login;

import static io.github.pscsdk.plugin.cps.AtReaders.PATIENCE;
import static io.github.pscsdk.plugin.cps.AtReaders.anyone;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.plugin.cps.AtReaders;
import io.github.pscsdk.plugin.cps.ThinkingCard;
import io.github.pscsdk.testkit.card.SmartCard;
import io.github.pscsdk.testkit.card.VirtualCard;
import io.github.pscsdk.testkit.contract.TestContext;
import io.github.pscsdk.testkit.persona.Personas;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.smartcardio.CommandAPDU;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A card during a session. */
class CardWatchTest {
    @RegisterExtension
    private final AtReaders at = new AtReaders();

    private final VirtualCard card = VirtualCard.cps3(Personas.PHARMACIST).build();
    private final BlockingQueue<Boolean> reports = new LinkedBlockingQueue<>();
    private final TestContext context = TestContext.answering();
    private Thread session;

    @BeforeEach
    void a_session_was_opened_with_the_card() throws Exception {
        at.a().insert(card);
        at.begin(anyone(), context).grant();
    }

    @AfterEach
    void the_watch_ends_when_interrupted() throws Exception {
        session.interrupt();
        session.join(PATIENCE.toMillis());
        assertFalse(session.isAlive());
    }

    @Test
    void where_the_card_is_is_reported_at_once() throws Exception {
        follow();

        assertTrue(report());
    }

    @Test
    void a_card_that_left_before_the_session_began_is_absent() throws Exception {
        at.a().remove();
        follow();

        assertFalse(report());
    }

    @Test
    void removal_and_return_are_reported_in_whatever_reader() throws Exception {
        followFromPresent();

        at.a().remove();
        assertFalse(report());
        at.b().insert(card);
        assertTrue(report());
    }

    @Test
    void a_card_that_answered_with_nothing_while_it_moved_is_looked_at_again_whatever_another_reader_holds()
            throws Exception {
        followFromPresent();
        at.b().insert(VirtualCard.cps3(Personas.PHARMACIST).build());
        assertTrue(report());
        var isMoving = new AtomicBoolean(true);
        var moving = card.on(0xA4, (whole, command) -> isMoving.get() ? new byte[0] : whole.transmit(command));

        at.a().remove();
        assertFalse(report());
        at.a().insert(moving);
        assertFalse(report());
        isMoving.set(false);

        assertTrue(reportAfterAbsence());
    }

    @Test
    void another_card_is_not_the_card_even_its_holders() throws Exception {
        followFromPresent();

        at.a().remove();
        assertFalse(report());
        at.a().insert(VirtualCard.cps3(Personas.PHARMACIST).build());
        assertFalse(report());
    }

    @Test
    void a_card_swapped_faster_than_anybody_looks_is_noticed() throws Exception {
        followFromPresent();

        at.a().blink(VirtualCard.cps3(Personas.PHARMACIST).build());

        assertFalse(report());
    }

    @Test
    void the_same_card_after_a_bad_contact_is_still_the_card() throws Exception {
        followFromPresent();

        at.a().blink(card);

        assertTrue(report());
    }

    @Test
    void the_last_reader_may_be_unplugged_and_plugged_in_again() throws Exception {
        followFromPresent();

        at.b().unplug();
        assertTrue(report());
        at.a().unplug();
        assertFalse(report());
        at.readers().plug("Reader C").insert(card);
        assertTrue(reportAfterAbsence());
    }

    @Test
    void a_restart_of_the_service_is_survived() throws Exception {
        followFromPresent();

        at.readers().stopService();
        assertFalse(report());
        at.readers().startService();

        assertTrue(reportAfterAbsence());
    }

    @Test
    void a_card_that_another_program_holds_cannot_be_told_until_it_is_free() throws Exception {
        followFromPresent();
        at.a().remove();
        assertFalse(report());
        at.b().insert(card);
        var hold = at.b().heldByAnotherProcess();

        hold.run();

        assertTrue(reportAfterAbsence());
    }

    @Test
    void a_pulled_card_is_absent_before_another_reader_is_touched_which_may_hang() throws Exception {
        var endless = endless(VirtualCard.cps3(AtReaders.DOCTOR).build());
        var touched = new LinkedBlockingQueue<Boolean>();
        session = AtReaders.follow(context, isThere -> {
            touched.add(endless.began().getCount() == 0);
            reports.add(isThere);
        });
        assertTrue(report());
        at.b().insert(endless);
        assertTrue(report());

        at.a().remove();
        assertFalse(report());

        assertEquals(List.of(false, false, false), List.copyOf(touched).subList(0, 3));
    }

    @Test
    void a_card_that_is_never_read_to_the_end_is_absent() throws Exception {
        followFromPresent();

        at.a().blink(endless(card));

        assertFalse(report());
    }

    @Test
    void a_card_that_came_back_is_there_though_another_reader_hangs() throws Exception {
        var goOn = new CompletableFuture<Void>();
        var began = new CountDownLatch(1);
        followFromPresent();
        at.b().insert(VirtualCard.cps3(AtReaders.DOCTOR).build().onEach((whole, command) -> {
            began.countDown();
            // Without an ear for interrupts, as PC/SC.
            goOn.join();
            return whole.transmit(command);
        }));
        assertTrue(report());
        at.a().remove();
        assertFalse(report());
        assertTrue(began.await(PATIENCE.toSeconds(), TimeUnit.SECONDS));

        at.a().insert(card);

        assertTrue(reportAfterAbsence());
        goOn.complete(null);
    }

    private static ThinkingCard endless(SmartCard card) {
        return new ThinkingCard(card, new CountDownLatch(1), new CountDownLatch(1));
    }

    @Test
    void the_card_is_left_alone_while_nothing_changes() throws Exception {
        followFromPresent();
        var before = at.a().trace().size();

        // The other reader changes twice; each time everything is looked at once.
        at.b().insert(VirtualCard.vitale());
        assertTrue(report());

        assertTrue(at.a().trace().size() - before <= 2);
    }

    @Test
    void a_code_that_another_program_presented_stays_presented() throws Exception {
        followFromPresent();
        var other = at.readers().terminals().getTerminal("Reader A").connect("*");
        var code = VirtualCard.CODE.getBytes(StandardCharsets.US_ASCII);
        other.getBasicChannel().transmit(new CommandAPDU(0x00, 0x20, 0x00, 0x01, code));

        at.b().insert(VirtualCard.vitale());
        assertTrue(report());

        assertTrue(card.isCodePresented());
        other.disconnect(true);
    }

    private void followFromPresent() throws InterruptedException {
        follow();
        assertTrue(report());
    }

    private void follow() {
        session = AtReaders.follow(context, reports::add);
    }

    private boolean report() throws InterruptedException {
        return Objects.requireNonNull(reports.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS), "no report");
    }

    /** A card that cannot be told is reported absent, perhaps more than once. */
    private boolean reportAfterAbsence() throws InterruptedException {
        var next = report();
        while (!next) {
            next = report();
        }
        return next;
    }
}
