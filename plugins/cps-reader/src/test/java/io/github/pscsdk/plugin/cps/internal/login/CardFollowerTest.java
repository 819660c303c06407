package io.github.pscsdk.plugin.cps.internal.login;

import static io.github.pscsdk.plugin.cps.AtReaders.PATIENCE;
import static io.github.pscsdk.plugin.cps.AtReaders.anyone;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.plugin.cps.AtReaders;
import io.github.pscsdk.spi.DevicePresence;
import io.github.pscsdk.testkit.Personas;
import io.github.pscsdk.testkit.TestContext;
import io.github.pscsdk.testkit.card.VirtualCard;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.smartcardio.CommandAPDU;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A card during a session. */
class CardFollowerTest {
    @RegisterExtension
    private final AtReaders at = new AtReaders();

    private final VirtualCard card = VirtualCard.cps3(Personas.PHARMACIST).build();
    private final BlockingQueue<String> reports = new LinkedBlockingQueue<>();
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

        assertEquals("present", report());
    }

    @Test
    void a_card_that_left_before_the_session_began_is_absent() throws Exception {
        at.a().remove();
        follow();

        assertEquals("absent", report());
    }

    @Test
    void removal_and_return_are_reported_in_whatever_reader() throws Exception {
        followFromPresent();

        at.a().remove();
        assertEquals("absent", report());
        at.b().insert(card);
        assertEquals("present", report());
    }

    @Test
    void another_card_is_not_the_card_even_its_holders() throws Exception {
        followFromPresent();

        at.a().remove();
        assertEquals("absent", report());
        at.a().insert(VirtualCard.cps3(Personas.PHARMACIST).build());
        assertEquals("absent", report());
    }

    @Test
    void a_card_swapped_faster_than_anybody_looks_is_noticed() throws Exception {
        followFromPresent();

        at.a().blink(VirtualCard.cps3(Personas.PHARMACIST).build());

        assertEquals("absent", report());
    }

    @Test
    void the_same_card_after_a_bad_contact_is_still_the_card() throws Exception {
        followFromPresent();

        at.a().blink(card);

        assertEquals("present", report());
    }

    @Test
    void the_last_reader_may_be_unplugged_and_plugged_in_again() throws Exception {
        followFromPresent();

        at.b().unplug();
        assertEquals("present", report());
        at.a().unplug();
        assertEquals("absent", report());
        at.readers().plug("Reader C").insert(card);
        assertEquals("present", reportOtherThan("absent"));
    }

    @Test
    void a_restart_of_the_service_is_survived() throws Exception {
        followFromPresent();

        at.readers().stopService();
        assertEquals("absent", report());
        at.readers().startService();

        assertEquals("present", reportOtherThan("absent"));
    }

    @Test
    void a_card_that_another_program_holds_cannot_be_told_until_it_is_free() throws Exception {
        followFromPresent();
        at.a().remove();
        assertEquals("absent", report());
        at.b().insert(card);
        var hold = at.b().heldByAnotherProcess();

        hold.close();

        assertEquals("present", reportOtherThan("absent"));
    }

    @Test
    void the_card_is_left_alone_while_nothing_changes() throws Exception {
        followFromPresent();
        var before = at.a().trace().exchanges().size();

        // The other reader changes twice; each time everything is looked at once.
        at.b().insert(VirtualCard.vitale());
        assertEquals("present", report());

        assertTrue(at.a().trace().exchanges().size() - before <= 2);
    }

    @Test
    void a_code_that_another_program_presented_stays_presented() throws Exception {
        followFromPresent();
        var other = at.readers().terminals().getTerminal("Reader A").connect("*");
        var code = VirtualCard.CODE.getBytes(StandardCharsets.US_ASCII);
        other.getBasicChannel().transmit(new CommandAPDU(0x00, 0x20, 0x00, 0x01, code));

        at.b().insert(VirtualCard.vitale());
        assertEquals("present", report());

        assertTrue(card.isCodePresented());
        other.disconnect(true);
    }

    private void followFromPresent() throws InterruptedException {
        follow();
        assertEquals("present", report());
    }

    private void follow() {
        var watch = context.watch().orElseThrow();
        session = new Thread(
                () -> {
                    try {
                        watch.follow(new Reports());
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "session");
        session.setDaemon(true);
        session.start();
    }

    private String report() throws InterruptedException {
        return String.valueOf(reports.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS));
    }

    private String reportOtherThan(String repeated) throws InterruptedException {
        var next = report();
        while (next.equals(repeated)) {
            next = report();
        }
        return next;
    }

    private final class Reports implements DevicePresence {
        @Override
        public void present() {
            reports.add("present");
        }

        @Override
        public void absent() {
            reports.add("absent");
        }
    }
}
