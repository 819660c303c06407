package io.github.pscsdk.testkit.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.persona.Personas;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.testkit.support.ThreadPerTaskExecutor;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javax.smartcardio.CardException;
import javax.smartcardio.CardNotPresentException;
import javax.smartcardio.CardTerminals;
import javax.smartcardio.CardTerminals.State;
import javax.smartcardio.CommandAPDU;
import javax.smartcardio.TerminalFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class VirtualReadersTest {
    private static final CommandAPDU TRIES = new CommandAPDU(0x00, 0x20, 0x00, 0x01);
    private static final CommandAPDU RIGHT_CODE = new CommandAPDU(Talk.bytes(Talk.VERIFY + Talk.CODE));

    private final VirtualReaders readers = VirtualReaders.named("Left", "Right");
    private final VirtualReader left = readers.reader("Left");
    private final VirtualCard card = VirtualCard.cps3(Personas.PHARMACIST).build();

    @AfterEach
    void close() {
        readers.close();
    }

    private static void assertFailure(String outer, String cause, Executable call) {
        var failure = assertThrows(CardException.class, call);
        assertEquals(outer, failure.getMessage());
        assertEquals(cause, failure.getCause().getMessage());
    }

    @Test
    void they_are_found_by_the_type_of_their_factory() throws Exception {
        readers.install();

        var terminals = TerminalFactory.getInstance(VirtualReaders.TYPE, null).terminals();

        assertEquals(
                List.of("Left", "Right"),
                terminals.list().stream().map(t -> t.getName()).toList());
    }

    @Test
    void closing_takes_the_type_away_again() {
        readers.install();
        readers.close();

        assertThrows(NoSuchAlgorithmException.class, () -> TerminalFactory.getInstance(VirtualReaders.TYPE, null));
    }

    @Test
    void without_readers_list_throws_instead_of_giving_an_empty_list() {
        var terminals = VirtualReaders.named().terminals();

        assertFailure("list() failed", "SCARD_E_NO_READERS_AVAILABLE", terminals::list);
        assertFailure("waitForChange() failed", "SCARD_E_NO_READERS_AVAILABLE", () -> terminals.waitForChange(1));
    }

    @Test
    void a_reader_comes_and_goes() throws Exception {
        var terminals = readers.terminals();
        readers.plug("Third");
        assertEquals(3, terminals.list().size());
        var third = terminals.getTerminal("Third");
        readers.reader("Third").unplug();

        assertEquals(2, terminals.list().size());
        assertFailure("isCardPresent() failed", "SCARD_E_UNKNOWN_READER", third::isCardPresent);
        assertFailure("connect() failed", "SCARD_E_UNKNOWN_READER", () -> third.connect("*"));
    }

    @Test
    void a_card_that_was_there_before_the_first_wait_is_an_insertion_that_ends_no_wait() throws Exception {
        left.insert(card);
        var terminals = readers.terminals();

        assertFalse(terminals.waitForChange(1));

        assertEquals("Left", terminals.list(State.CARD_INSERTION).get(0).getName());
        assertEquals(1, terminals.list(State.CARD_PRESENT).size());
        assertEquals(1, terminals.list(State.CARD_ABSENT).size());
    }

    @Test
    void a_change_between_two_waits_is_not_lost_and_stays_listed_until_the_next() throws Exception {
        var terminals = readers.terminals();
        terminals.waitForChange(1);
        left.insert(card);

        assertTrue(terminals.waitForChange(1000));
        assertEquals(1, terminals.list(State.CARD_INSERTION).size());
        left.remove();
        assertEquals(1, terminals.list(State.CARD_INSERTION).size());
        assertTrue(terminals.waitForChange(1000));
        assertEquals(1, terminals.list(State.CARD_REMOVAL).size());
        assertEquals(0, terminals.list(State.CARD_INSERTION).size());
    }

    @Test
    void a_card_put_back_at_once_ends_the_wait_with_both_lists_empty() throws Exception {
        left.insert(card);
        var terminals = readers.terminals();
        terminals.waitForChange(1);
        left.blink(card);

        assertTrue(terminals.waitForChange(1000));

        assertEquals(List.of(), terminals.list(State.CARD_INSERTION));
        assertEquals(List.of(), terminals.list(State.CARD_REMOVAL));
    }

    @Test
    void a_wait_does_not_see_a_reader_that_is_plugged_in_meanwhile() throws Exception {
        var terminals = readers.terminals();
        terminals.waitForChange(1);
        var waiting =
                CompletableFuture.supplyAsync(() -> waitForChange(terminals, 200), ThreadPerTaskExecutor.INSTANCE);
        readers.plug("Third");

        // Plugged in before the wait began it is seen, during the wait it is not: either way, no card moved.
        Await.result("the wait for a change ends", waiting);
        assertEquals(List.of(), terminals.list(State.CARD_INSERTION));
    }

    private static boolean waitForChange(CardTerminals terminals, long millis) {
        try {
            return terminals.waitForChange(millis);
        } catch (CardException e) {
            throw new CompletionException(e);
        }
    }

    @Test
    void an_insertion_ends_a_wait_for_it() throws Exception {
        var terminal = readers.terminals().getTerminal("Left");
        var waiting = new FutureTask<>(() -> terminal.waitForCardPresent(0));
        new Thread(waiting).start();
        left.insert(card);

        assertTrue(Await.result("the wait for a change ends", waiting));
        assertFalse(terminal.waitForCardAbsent(1));
    }

    @Test
    void an_interrupt_does_not_end_a_wait() throws Exception {
        var terminal = readers.terminals().getTerminal("Left");
        Thread.currentThread().interrupt();

        assertFalse(terminal.waitForCardPresent(20));

        assertTrue(Thread.interrupted());
    }

    @Test
    void an_empty_reader_cannot_be_connected() {
        var failure = assertThrows(
                CardNotPresentException.class,
                () -> readers.terminals().getTerminal("Left").connect("*"));

        assertEquals("SCARD_E_NO_SMARTCARD", failure.getCause().getMessage());
    }

    @Test
    void a_cps3_speaks_t_0_alone() throws Exception {
        left.insert(card);
        var terminal = readers.terminals().getTerminal("Left");

        assertThrows(IllegalArgumentException.class, () -> terminal.connect("T=9"));
        assertFailure("connect() failed", "SCARD_E_PROTO_MISMATCH", () -> terminal.connect("T=1"));
        assertEquals("T=0", terminal.connect("*").getProtocol());
    }

    @Test
    void an_answer_is_fetched_for_the_program() throws Exception {
        left.insert(card);
        var channel = readers.terminals().getTerminal("Left").connect("*").getBasicChannel();

        var response = channel.transmit(new CommandAPDU(Talk.bytes("00A40904043F00D00300")));

        assertEquals(0x9000, response.getSW());
        assertEquals(0x62, response.getData()[0]);
        assertEquals(
                12, channel.transmit(new CommandAPDU(0x00, 0xB0, 0, 0, 0xE7)).getData().length);
    }

    @Test
    void the_class_byte_is_rewritten_to_the_channel() throws Exception {
        left.insert(card);
        var channel = readers.terminals().getTerminal("Left").connect("*").getBasicChannel();

        assertEquals(0x63C3, channel.transmit(new CommandAPDU(0x01, 0x20, 0, 1)).getSW());
        assertEquals("00200001", left.trace().get(0).split(" ")[0]);
        assertThrows(IllegalArgumentException.class, () -> channel.transmit(new CommandAPDU(0x00, 0x70, 0, 0, 1)));
    }

    @Test
    void an_extended_command_does_not_fit_t_0() throws Exception {
        left.insert(card);
        var channel = readers.terminals().getTerminal("Left").connect("*").getBasicChannel();

        assertThrows(CardException.class, () -> channel.transmit(new CommandAPDU(0x00, 0xA4, 9, 4, new byte[300])));
    }

    @Test
    void a_removed_card_is_told_once_and_never_revives() throws Exception {
        left.insert(card);
        var terminal = readers.terminals().getTerminal("Left");
        var connected = terminal.connect("*");
        var channel = connected.getBasicChannel();
        left.blink(card);

        assertFailure("transmit() failed", "SCARD_W_REMOVED_CARD", () -> channel.transmit(TRIES));
        assertThrows(IllegalStateException.class, () -> channel.transmit(TRIES));
        var fresh = terminal.connect("*");
        assertNotSame(connected, fresh);
        assertEquals(0x63C3, fresh.getBasicChannel().transmit(TRIES).getSW());
    }

    @Test
    void a_connected_card_is_given_out_again() throws Exception {
        left.insert(card);
        var terminal = readers.terminals().getTerminal("Left");

        assertSame(terminal.connect("*"), terminal.connect("T=0"));
        assertThrows(CardException.class, () -> terminal.connect("T=1"));
    }

    @Test
    void an_unplugged_reader_takes_its_card_along() throws Exception {
        left.insert(card);
        var channel = readers.terminals().getTerminal("Left").connect("*").getBasicChannel();
        left.unplug();

        assertFailure("transmit() failed", "SCARD_E_READER_UNAVAILABLE", () -> channel.transmit(TRIES));
    }

    @Test
    void disconnecting_without_a_reset_leaves_the_code_presented() throws Exception {
        left.insert(card);
        var terminal = readers.terminals().getTerminal("Left");
        var first = terminal.connect("*");
        first.getBasicChannel().transmit(RIGHT_CODE);
        first.disconnect(false);

        var second = terminal.connect("*");
        assertEquals(0x9000, second.getBasicChannel().transmit(TRIES).getSW());
        second.disconnect(true);
        assertFalse(card.isCodePresented());
        assertThrows(IllegalStateException.class, second::getBasicChannel);
    }

    @Test
    void exclusive_access_belongs_to_a_thread() throws Exception {
        left.insert(card);
        var connected = readers.terminals().getTerminal("Left").connect("*");
        connected.beginExclusive();
        assertThrows(CardException.class, connected::beginExclusive);

        var other = new FutureTask<>(() -> connected.getBasicChannel().transmit(TRIES));
        new Thread(other).start();

        var failure = assertThrows(ExecutionException.class, other::get);
        assertEquals(
                "Exclusive access established by another Thread",
                failure.getCause().getMessage());
        connected.endExclusive();
        assertThrows(IllegalStateException.class, connected::endExclusive);
    }

    @Test
    void another_process_may_have_the_card_to_itself() throws Exception {
        left.insert(card);
        var terminal = readers.terminals().getTerminal("Left");

        var hold = left.heldByAnotherProcess();
        assertFailure("connect() failed", "SCARD_E_SHARING_VIOLATION", () -> terminal.connect("*"));
        hold.run();

        assertEquals("T=0", terminal.connect("*").getProtocol());
    }

    @Test
    void nobody_gets_a_card_to_himself_that_somebody_uses() throws Exception {
        left.insert(card);
        readers.terminals().getTerminal("Left").connect("*");

        assertThrows(IllegalStateException.class, left::heldByAnotherProcess);
    }

    @Test
    void a_stopped_service_fails_every_call_and_what_was_obtained_before_stays_dead() throws Exception {
        left.insert(card);
        var terminals = readers.terminals();
        var terminal = terminals.getTerminal("Left");
        var channel = terminal.connect("*").getBasicChannel();
        readers.stopService();

        assertFailure("list() failed", "SCARD_E_NO_SERVICE", terminals::list);
        assertFailure("transmit() failed", "SCARD_E_NO_SERVICE", () -> channel.transmit(TRIES));
        assertFailure("connect() failed", "SCARD_E_NO_SERVICE", () -> terminal.connect("*"));
        var refused = assertThrows(IllegalStateException.class, readers::terminals);
        assertInstanceOf(NoSuchAlgorithmException.class, refused.getCause());
        assertEquals("SCARD_E_NO_SERVICE", refused.getCause().getCause().getMessage());
        readers.startService();
        assertFailure("list() failed", "SCARD_E_NO_SERVICE", terminals::list);
        assertEquals(2, readers.terminals().list().size());
    }

    @Test
    void a_stop_ends_a_wait() throws Exception {
        var terminals = readers.terminals();
        terminals.waitForChange(1);
        var waiting = new FutureTask<>(() -> terminals.waitForChange(0));
        var thread = new Thread(waiting);
        thread.start();
        Await.until("it waits", () -> thread.getState() == Thread.State.WAITING);
        readers.stopService();

        var failure = assertThrows(ExecutionException.class, waiting::get).getCause();
        assertInstanceOf(CardException.class, failure);
        assertEquals("SCARD_F_COMM_ERROR", failure.getCause().getMessage());
    }

    @Test
    void a_vitale_card_knows_nothing_of_ours() throws Exception {
        left.insert(VirtualCard.vitale());
        var connected = readers.terminals().getTerminal("Left").connect("*");

        assertEquals("3B751300004409EA9000", Talk.hex(connected.getATR().getBytes()));
        assertEquals(
                0x6A82,
                connected
                        .getBasicChannel()
                        .transmit(new CommandAPDU(Talk.bytes("00A40904043F00D00300")))
                        .getSW());
        assertEquals("3B6800004649435449564530", Talk.hex(VirtualCard.unknown().atr()));
    }

    @Test
    void what_was_said_is_counted() throws Exception {
        left.insert(card);
        var channel = readers.terminals().getTerminal("Left").connect("*").getBasicChannel();
        channel.transmit(TRIES);
        channel.transmit(TRIES);

        assertEquals(List.of("00200001 63C3", "00200001 63C3"), left.trace());
    }
}
