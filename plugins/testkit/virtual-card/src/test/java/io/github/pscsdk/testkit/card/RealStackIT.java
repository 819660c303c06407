package io.github.pscsdk.testkit.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.persona.Personas;
import io.github.pscsdk.testkit.support.Await;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CommandAPDU;
import javax.smartcardio.TerminalFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The virtual card in the real stack. The restart comes last: the JDK's context does not survive it. */
@OnRealPcsc
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RealStackIT {
    private static final int PATIENCE = 10_000;
    private static final int ROUNDS = 5;
    private static final int READS = 20;
    private static final CommandAPDU TRIES = new CommandAPDU(0x00, 0x20, 0x00, 0x01);
    private static final CommandAPDU WRONG_CODE = new CommandAPDU(Talk.bytes(Talk.VERIFY + Talk.WRONG_CODE));
    private static final CommandAPDU RIGHT_CODE = new CommandAPDU(Talk.bytes(Talk.VERIFY + Talk.CODE));
    private static final CommandAPDU SELECT_SERIAL = new CommandAPDU(Talk.bytes("00A40904043F00D00300"));

    private final VpcdSlot slot = new VpcdSlot(0);
    private final VpcdSlot vitaleSlot = new VpcdSlot(1);
    private final VirtualCard card =
            VirtualCard.cps3(Personas.PHARMACIST).serial("00000042").build();
    private CardTerminal terminal;

    @BeforeEach
    void find() throws Exception {
        terminal = terminal(slot);
        assertTrue(terminal.waitForCardAbsent(PATIENCE), "the card of the test before stayed");
    }

    @AfterEach
    void remove() {
        slot.close();
        vitaleSlot.close();
    }

    private static CardTerminal terminal(VpcdSlot slot) throws Exception {
        return TerminalFactory.getInstance("PC/SC", null).terminals().getTerminal(slot.reader());
    }

    private Card inserted(SmartCard present) throws Exception {
        slot.insert(present);
        assertTrue(terminal.waitForCardPresent(PATIENCE));
        return terminal.connect("*");
    }

    @Test
    void a_card_is_inserted_read_and_removed() throws Exception {
        var connected = inserted(card);
        var channel = connected.getBasicChannel();

        assertEquals(
                "3BAC00402A001225006480000310009000",
                Talk.hex(connected.getATR().getBytes()));
        assertEquals("T=0", connected.getProtocol());
        assertEquals(0x9000, channel.transmit(SELECT_SERIAL).getSW());
        assertEquals(
                "5A0A8025000001000000429F",
                Talk.hex(channel.transmit(new CommandAPDU(0, 0xB0, 0, 0, 0xE7)).getData()));
        slot.remove();
        assertTrue(terminal.waitForCardAbsent(PATIENCE));
        var failure = assertThrows(CardException.class, () -> channel.transmit(TRIES));
        assertEquals("SCARD_W_REMOVED_CARD", failure.getCause().getMessage());
    }

    @Test
    void wrong_codes_block_it_and_survive_a_removal() throws Exception {
        var channel = inserted(card).getBasicChannel();
        assertEquals(0x63C2, channel.transmit(WRONG_CODE).getSW());
        assertEquals(0x63C1, channel.transmit(WRONG_CODE).getSW());
        slot.remove();
        assertTrue(terminal.waitForCardAbsent(PATIENCE));

        var again = inserted(card).getBasicChannel();

        assertEquals(0x63C1, again.transmit(TRIES).getSW());
        assertEquals(0x6983, again.transmit(WRONG_CODE).getSW());
        assertEquals(0x6983, again.transmit(RIGHT_CODE).getSW());
    }

    @Test
    void whoever_was_connected_notices_a_card_that_was_put_back_at_once() throws Exception {
        var connected = inserted(card);
        connected.getBasicChannel().transmit(RIGHT_CODE);
        slot.blink(card);

        assertThrows(CardException.class, () -> connected.getBasicChannel().transmit(TRIES));
        assertFalse(card.isCodePresented());
    }

    @Test
    void whoever_sees_a_card_that_was_just_put_back_can_use_it() throws Exception {
        for (var round = 0; round < ROUNDS; round++) {
            inserted(card).disconnect(true);
            slot.remove();
            assertTrue(terminal.waitForCardAbsent(PATIENCE));
        }
    }

    @Test
    void a_card_that_is_put_back_while_a_program_reads_it_is_seen() throws Exception {
        var reads = new AtomicInteger();
        var looks = new AtomicInteger();
        var counted = counting(looks, card.on(0x20, (whole, command) -> {
            reads.incrementAndGet();
            return whole.transmit(command);
        }));
        var program = new Thread(this::readOn);
        program.start();
        try {
            for (var round = 0; round < ROUNDS; round++) {
                slot.remove();
                var before = reads.get();
                slot.insert(counted);
                Await.until("a program sees the card and reads it", () -> reads.get() > before + 2 * READS);
            }
        } finally {
            program.interrupt();
            program.join();
        }
        // One that goes before pcscd has looked at it may stay in PC/SC, as the former one whose reset failed.
        var before = looks.get();
        Await.until("pcscd looks at the card", () -> looks.get() > before + 1);
    }

    /** The card, of which each look of pcscd is counted. */
    private static SmartCard counting(AtomicInteger looks, SmartCard card) {
        return new SmartCard() {
            @Override
            public byte[] atr() {
                looks.incrementAndGet();
                return card.atr();
            }

            @Override
            public byte[] transmit(byte[] command) {
                return card.transmit(command);
            }

            @Override
            public void reset() {
                card.reset();
            }
        };
    }

    private void readOn() {
        while (!Thread.interrupted()) {
            try {
                var connected = terminal.connect("*");
                try {
                    for (var command = 0; command < READS; command++) {
                        connected.getBasicChannel().transmit(TRIES);
                    }
                } finally {
                    connected.disconnect(true);
                }
            } catch (CardException | IllegalArgumentException | IllegalStateException e) {
                // It was pulled out, amid a response too, or is not there.
            }
        }
    }

    @Test
    void a_reset_at_the_end_forgets_the_code() throws Exception {
        var connected = inserted(card);
        connected.getBasicChannel().transmit(RIGHT_CODE);
        assertTrue(card.isCodePresented());
        connected.disconnect(true);

        assertEquals(
                0x63C3, terminal.connect("*").getBasicChannel().transmit(TRIES).getSW());
    }

    @Test
    void both_slots_hold_a_card_of_their_own() throws Exception {
        vitaleSlot.insert(VirtualCard.vitale());
        var other = terminal(vitaleSlot);
        assertTrue(other.waitForCardPresent(PATIENCE));
        var ours = inserted(card);

        assertEquals(
                "3B751300004409EA9000", Talk.hex(other.connect("*").getATR().getBytes()));
        assertEquals(0x9000, ours.getBasicChannel().transmit(SELECT_SERIAL).getSW());
    }

    @Test
    void a_slow_card_is_waited_for() throws Exception {
        var ready = new CountDownLatch(1);
        var asked = new CountDownLatch(1);
        var slow = card.on(0x20, (patient, command) -> {
            asked.countDown();
            awaitQuietly(ready);
            return patient.transmit(command);
        });
        var channel = inserted(slow).getBasicChannel();
        var waiting = new FutureTask<>(() -> channel.transmit(TRIES).getSW());
        new Thread(waiting).start();
        assertTrue(asked.await(PATIENCE, TimeUnit.MILLISECONDS));

        assertFalse(waiting.isDone());
        ready.countDown();
        assertEquals(0x63C3, waiting.get(PATIENCE, TimeUnit.MILLISECONDS));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_card_pulled_out_amid_a_response_fails_that_command() throws Exception {
        var leaving = card.on(0xB0, SmartCard.removal());
        var channel = inserted(leaving).getBasicChannel();
        channel.transmit(SELECT_SERIAL);

        var read = new CommandAPDU(0, 0xB0, 0, 0, 12);
        // vpcd 3.3 passes an empty response on instead of an error; the JDK finds it too short to be one.
        assertThrows(IllegalArgumentException.class, () -> channel.transmit(read));
        assertTrue(terminal.waitForCardAbsent(PATIENCE));
    }

    @Test
    void a_cps4_answers_on_the_channel_that_it_opened() throws Exception {
        var channel = inserted(VirtualCard.cps4(Personas.PHARMACIST).build()).openLogicalChannel();

        assertEquals(1, channel.getChannelNumber());
        assertEquals(
                0x9000,
                channel.transmit(new CommandAPDU(Talk.bytes("00A4040C088025000001FF0100")))
                        .getSW());
        assertEquals(0x63C3, channel.transmit(TRIES).getSW());
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void a_daemon_that_was_killed_is_dead_to_this_jvm_and_alive_to_others(PcscDaemon daemon) throws Exception {
        var connected = inserted(card);
        daemon.restart();

        assertThrows(CardException.class, () -> connected.getBasicChannel().transmit(TRIES));
        var failure = assertThrows(CardException.class, terminal::isCardPresent);
        assertEquals("SCARD_E_NO_SERVICE", failure.getCause().getMessage());
        slot.remove();
        slot.insert(card);
        assertTrue(OpenSc.run("opensc-tool", "--list-readers").contains("Virtual PCD 00 00"));
    }

    @Test
    void opensc_alone_knows_the_card_and_reads_its_certificates_by_pkcs11(@TempDir Path folder) throws Exception {
        slot.insert(card);
        assertTrue(terminal.waitForCardPresent(PATIENCE));

        var name = OpenSc.run("opensc-tool", "--name");
        var serial = OpenSc.run("opensc-tool", "--serial");
        var read = List.of(certificateByPkcs11("10", folder), certificateByPkcs11("20", folder));
        slot.remove();

        assertTrue(name.contains("IAS-ECC"), name);
        assertTrue(serial.contains("00 00 01 00 00 00 42 9F"), serial);
        var talk = new Talk(card);
        assertEquals(
                List.of(Talk.hex(talk.file(Certificates.SIGNATURE)), Talk.hex(talk.file(Certificates.AUTHENTICATION))),
                read);
        assertEquals(3, card.triesLeft());
    }

    private static String certificateByPkcs11(String id, Path folder) throws Exception {
        var file = folder.resolve(id);
        var said = OpenSc.run(
                "pkcs11-tool", "--read-object", "--type", "cert", "--id", id, "--output-file", file.toString());
        assertTrue(Files.exists(file), said);
        return Talk.hex(Files.readAllBytes(file));
    }

    @Test
    void opensc_finds_the_certificates_and_the_keys_of_a_cps3() throws Exception {
        slot.insert(VirtualCard.cps3(Personas.PHARMACIST).build());
        assertTrue(terminal.waitForCardPresent(PATIENCE));

        var objects = OpenSc.run("pkcs15-tool", "--dump");

        assertTrue(objects.contains("Certificat d'authentification"), objects);
        assertTrue(objects.contains("CPS_PRIV_AUT"), objects);
        assertTrue(objects.contains("Code porteur"), objects);
    }
}
