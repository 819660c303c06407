package io.github.pscsdk.plugin.cps.internal.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.plugin.cps.AtReaders;
import io.github.pscsdk.plugin.cps.internal.card.CardCatalogue;
import io.github.pscsdk.plugin.cps.internal.pcsc.PcscService;
import io.github.pscsdk.plugin.cps.internal.pcsc.ReaderScan;
import io.github.pscsdk.plugin.cps.problem.CardProblem;
import io.github.pscsdk.testkit.card.SmartCard;
import io.github.pscsdk.testkit.card.VirtualCard;
import io.github.pscsdk.testkit.persona.Personas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class HealthCheckTest {
    // A virtual card is valid by the system's time.
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    /** Of a workstation on which nothing is installed. */
    private static final Set<CardProblem> NOTHING_INSTALLED =
            EnumSet.of(CardProblem.NO_MIDDLEWARE, CardProblem.NO_CPS_GESTION);

    @RegisterExtension
    private final AtReaders at = new AtReaders();

    @TempDir
    private Path folder;

    private Middleware middleware = new Middleware(List.of());

    @Test
    void a_workstation_that_waits_for_a_card_is_well() throws Exception {
        assertEquals(List.of(Diagnostic.of(CardProblem.NO_CARD, Severity.INFO).with("readers", "2")), findings());
    }

    @Test
    void a_missing_reader_stops_every_login() throws Exception {
        at.a().unplug();
        at.b().unplug();

        assertEquals(List.of(Diagnostic.of(CardProblem.NO_READER, Severity.BLOCKING)), findings());
    }

    @Test
    void a_reader_on_usb_that_the_service_does_not_see_lacks_its_driver() throws Exception {
        at.a().unplug();
        at.b().unplug();
        plugIntoUsb("1-1", "21121010102014");

        assertEquals(
                List.of(Diagnostic.of(CardProblem.READER_WITHOUT_DRIVER, Severity.BLOCKING)
                        .with("usb", "08e6:3437")),
                findings());
    }

    @Test
    void a_reader_on_usb_is_nothing_to_speak_of_where_the_service_sees_one() throws Exception {
        plugIntoUsb("1-1", "21121010102014");

        assertEquals(Map.of(CardProblem.NO_CARD, Severity.INFO), severities());
    }

    @Test
    void a_missing_service_stops_every_login() throws Exception {
        at.readers().stopService();

        assertEquals(List.of(Diagnostic.of(CardProblem.NO_PCSC_SERVICE, Severity.BLOCKING)), findings());
    }

    @Test
    void a_card_is_described_without_naming_its_holder() throws Exception {
        at.a()
                .insert(VirtualCard.cps3(Personas.PHARMACIST)
                        .serial("24681357")
                        .valid(NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(400)))
                        .build());

        var found = findings();

        assertEquals(
                List.of(Diagnostic.of(CardProblem.CARD_READY, Severity.INFO)
                        .with(Map.of(
                                "reader", "Reader A",
                                "card", "CPS3",
                                "nature", "TEST",
                                "triesLeft", "3",
                                "certificateDays", "400"))),
                found);
        assertFalse(found.toString().contains("24681357"));
        assertFalse(found.toString().contains(Personas.PHARMACIST.value()));
    }

    @Test
    void a_reader_is_described_without_its_serial_number() throws Exception {
        at.readers()
                .plug("Cherry SmartTerminal ST-2xxx [Vendor Interface] (21121010102014) 02 00")
                .insert(VirtualCard.vitale());

        assertEquals(
                Map.of("reader", "Cherry SmartTerminal ST-2xxx [Vendor Interface] 02 00"),
                findings().get(0).facts());
    }

    @Test
    void a_cps4_and_a_library_of_before_it_are_told() throws Exception {
        var library = Files.writeString(folder.resolve("libcps3_pkcs11_lux.so"), "##[ProductVersion  02.06.00");
        middleware = new Middleware(List.of(new Middleware.Place(Middleware.What.MODULE, library)));
        at.a().insert(VirtualCard.cps4(Personas.PHARMACIST).build());
        at.b().insert(VirtualCard.cps3(Personas.PHARMACIST).build());

        assertTrue(problems().contains(CardProblem.MIDDLEWARE_TOO_OLD));
        at.a().remove();
        assertFalse(problems().contains(CardProblem.MIDDLEWARE_TOO_OLD));
    }

    @Test
    void a_card_pulled_out_while_it_is_read_is_said_to_be() throws Exception {
        at.a().insert(new ForeignCard(new byte[] {0x3B, 0x00}).onEach(SmartCard.removal()));

        assertEquals(Map.of(CardProblem.CARD_REMOVED, Severity.WARNING), severities());
    }

    @Test
    void a_blocked_card_is_not_ready() throws Exception {
        at.a().insert(VirtualCard.cps4(Personas.PHARMACIST).triesLeft(0).build());

        assertEquals(Map.of(CardProblem.CARD_BLOCKED, Severity.BLOCKING), severities());
    }

    @Test
    void a_card_on_its_last_try_is_ready_and_its_last_try_told() throws Exception {
        at.a().insert(VirtualCard.cps3(Personas.PHARMACIST).triesLeft(1).build());

        assertEquals(
                Map.of(CardProblem.ONE_TRY_LEFT, Severity.WARNING, CardProblem.CARD_READY, Severity.INFO),
                severities());
    }

    @Test
    void an_expired_certificate_is_told() throws Exception {
        at.a()
                .insert(VirtualCard.cps3(Personas.PHARMACIST)
                        .valid(NOW.minus(Duration.ofDays(900)), NOW.minus(Duration.ofDays(1)))
                        .build());

        assertEquals(Map.of(CardProblem.CERTIFICATE_EXPIRED, Severity.BLOCKING), severities());
    }

    @Test
    void a_card_that_hides_its_holder_is_ready_and_said_to_hide_him() throws Exception {
        at.a().insert(VirtualCard.cps3(Personas.PHARMACIST).hidingHolder().build());

        assertEquals(
                Map.of(CardProblem.IDENTITY_NOT_READABLE, Severity.INFO, CardProblem.CARD_READY, Severity.INFO),
                severities());
    }

    @Test
    void what_stands_in_the_way_is_told_reader_by_reader() throws Exception {
        at.a().insert(VirtualCard.vitale());
        at.b().insert(VirtualCard.cps3(Personas.PHARMACIST).build());
        at.b().heldByAnotherProcess();

        assertEquals(
                Map.of(CardProblem.VITALE_CARD, Severity.WARNING, CardProblem.CARD_IN_USE, Severity.WARNING),
                severities());
    }

    @Test
    void a_card_that_keeps_thinking_does_not_keep_the_check() throws Exception {
        at.a().insert(new ThinkingCard());

        var found = once(folder.resolve("absent.txt"));

        assertEquals(List.of(Diagnostic.of(CardProblem.READER_SLOW, Severity.WARNING)), found);
        at.a().remove();
    }

    @Test
    void it_ends_when_interrupted() {
        at.a().insert(new ThinkingCard());
        var check = new FutureTask<>(this::findings);
        var thread = new Thread(check, "check");
        thread.start();

        thread.interrupt();

        var failure = Assertions.assertThrows(
                ExecutionException.class, () -> check.get(AtReaders.PATIENCE.toSeconds(), TimeUnit.SECONDS));
        assertInstanceOf(InterruptedException.class, failure.getCause());
        at.a().remove();
    }

    @Test
    void a_vendors_card_is_known_and_a_line_that_says_nothing_is_named() throws Exception {
        var file = Files.writeString(folder.resolve("cards.txt"), "VITALE atr 3B 01\nNONSENSE\n");
        at.a().insert(new ForeignCard(new byte[] {0x3B, 0x01}));

        var found = findings(file);

        assertEquals(
                Map.of("cards", file.toString(), "lines", "[2]"),
                found.stream()
                        .filter(finding -> finding.problem() == CardProblem.CARD_FILE_UNREADABLE)
                        .findFirst()
                        .orElseThrow()
                        .facts());
        assertTrue(found.stream().anyMatch(finding -> finding.problem() == CardProblem.VITALE_CARD));
    }

    private Map<CardProblem, Severity> severities() throws InterruptedException {
        return findings().stream()
                .collect(Collectors.toMap(finding -> (CardProblem) finding.problem(), Diagnostic::severity));
    }

    private List<Problem> problems() throws InterruptedException {
        return findings().stream().map(Diagnostic::problem).toList();
    }

    private List<Diagnostic> findings() throws InterruptedException {
        return findings(folder.resolve("absent.txt"));
    }

    /** A virtual card makes its keys when it is first read, which a busy machine may not do in the time of a health check. */
    private List<Diagnostic> findings(Path cards) throws InterruptedException {
        var found = once(cards);
        while (found.stream().anyMatch(finding -> finding.problem() == CardProblem.READER_SLOW)) {
            found = once(cards);
        }
        return found;
    }

    private List<Diagnostic> once(Path cards) throws InterruptedException {
        return new HealthCheck(
                        cards,
                        () -> NOW,
                        Optional.of(new ReaderScan(new PcscService(), CardCatalogue.with(cards))),
                        new UsbReaders(folder.resolve("usb")),
                        middleware)
                .run().stream()
                        .filter(finding -> !NOTHING_INSTALLED.contains((CardProblem) finding.problem()))
                        .toList();
    }

    private void plugIntoUsb(String port, String serial) throws IOException {
        var device = Files.createDirectories(folder.resolve("usb").resolve(port));
        Files.writeString(device.resolve("idVendor"), "08e6\n");
        Files.writeString(device.resolve("idProduct"), "3437\n");
        Files.writeString(device.resolve("serial"), serial + "\n");
        var slot = Files.createDirectories(folder.resolve("usb").resolve(port + ":1.0"));
        Files.writeString(slot.resolve("bInterfaceClass"), "0b\n");
    }

    private record ForeignCard(byte[] atr) implements SmartCard {
        @Override
        public byte[] transmit(byte[] command) {
            return new byte[] {0x6D, 0x00};
        }

        @Override
        public void reset() {}
    }

    private record ThinkingCard() implements SmartCard {
        @Override
        public byte[] atr() {
            return new byte[] {0x3B, 0x00};
        }

        @Override
        public byte[] transmit(byte[] command) {
            try {
                Thread.currentThread().join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new byte[] {0x6D, 0x00};
        }

        @Override
        public void reset() {}
    }
}
