package io.github.pscsdk.example.desktop.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.desktop.problem.DesktopProblem;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxDeliveryTest {
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Receipt RECEIPT = new Receipt("R-1", "hash");
    private static final ReceiverFinding REMARK = new ReceiverFinding("offers[0].phone", true, "fr", "en");

    private final List<String> sent = new ArrayList<>();

    @TempDir
    private Path folder;

    private Outbox outbox;
    private ProfessionalOutbox professionalOutbox;

    @BeforeEach
    void open() throws Exception {
        outbox = Outbox.open(folder, Clock.fixed(NINE, ZoneOffset.UTC));
        professionalOutbox = outbox.of(new NationalId("899999100011"));
    }

    @AfterEach
    void close() {
        outbox.close();
    }

    private UUID handedOver(String body) throws PscException {
        var id = UUID.randomUUID();
        professionalOutbox.keepDraft(id, "title", OutboxRequest.HAND_OVER, "{}");
        professionalOutbox.handOver(id, body);
        return id;
    }

    private OutboxItem only() throws PscException {
        var items = professionalOutbox.items();
        assertEquals(1, items.size());
        return items.get(0);
    }

    private DeliveryResult receipt(OutboxItem item) {
        sent.add(item.id() + " " + item.body());
        return new DeliveryResult.Received(RECEIPT, List.of());
    }

    private static Receiver failing(PscException failure) {
        return item -> {
            throw failure;
        };
    }

    @Test
    void what_was_received_is_not_sent_again() throws Exception {
        var id = handedOver("a");

        assertEquals(Optional.empty(), OutboxDelivery.run(professionalOutbox, this::receipt));
        assertEquals(Optional.empty(), OutboxDelivery.run(professionalOutbox, this::receipt));

        assertEquals(List.of(id + " a"), sent);
        assertEquals(ItemPhase.RECEIVED, only().phase());
        assertEquals(Optional.of(RECEIPT), only().receipt());
    }

    @Test
    void without_a_network_it_waits_says_why_and_goes_out_later_under_the_same_key() throws Exception {
        var id = handedOver("a");
        var noNetwork = new PscException(LoginProblem.SERVER_HALF_UNREACHABLE, "no route");

        assertEquals(
                Optional.of(LoginProblem.SERVER_HALF_UNREACHABLE),
                OutboxDelivery.run(professionalOutbox, failing(noNetwork)));

        assertEquals(ItemPhase.WAITING, only().phase());
        assertEquals(Optional.of("PSC-060"), only().problem());
        OutboxDelivery.run(professionalOutbox, this::receipt);
        assertEquals(List.of(id + " a"), sent);
        assertEquals(Optional.empty(), only().problem());
    }

    @Test
    void one_that_is_rejected_is_settled_and_the_next_one_goes_out() throws Exception {
        handedOver("wrong");
        handedOver("right");

        OutboxDelivery.run(
                professionalOutbox,
                item -> item.body().equals("wrong")
                        ? new DeliveryResult.Rejected(DesktopProblem.DECLARATION_REJECTED, List.of(REMARK))
                        : receipt(item));

        assertEquals(List.of(), professionalOutbox.waiting());
        var rejected = professionalOutbox.items().stream()
                .filter(item -> item.phase() == ItemPhase.REJECTED)
                .findFirst()
                .orElseThrow();
        assertEquals(List.of(REMARK), rejected.remarks());
        assertEquals(Optional.of("DSK-008"), rejected.problem());
        assertEquals(1, sent.size());
    }

    @Test
    void the_first_trouble_stops_the_round() throws Exception {
        handedOver("a");
        handedOver("b");
        var calls = new ArrayList<String>();

        OutboxDelivery.run(professionalOutbox, item -> {
            calls.add(item.body());
            throw new PscException(LoginProblem.SESSION_ENDED, "expired");
        });

        assertEquals(1, calls.size());
        assertEquals(2, professionalOutbox.waiting().size());
    }

    @Test
    void an_interrupt_leaves_it_waiting() throws Exception {
        handedOver("a");

        assertThrows(
                InterruptedException.class,
                () -> OutboxDelivery.run(professionalOutbox, item -> {
                    throw new InterruptedException();
                }));

        assertEquals(ItemPhase.WAITING, only().phase());
        assertEquals(Duration.ZERO, Duration.between(NINE, only().since()));
    }
}
