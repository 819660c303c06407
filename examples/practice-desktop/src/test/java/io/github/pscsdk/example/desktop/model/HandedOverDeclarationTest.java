package io.github.pscsdk.example.desktop.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.declaration.lifecycle.Version.State;
import io.github.pscsdk.example.declaration.lifecycle.Version.WithdrawalReason;
import io.github.pscsdk.example.desktop.handover.DeclarationItem;
import io.github.pscsdk.example.desktop.handover.HandedOverDeclaration;
import io.github.pscsdk.example.desktop.handover.OutboxRequest;
import io.github.pscsdk.example.desktop.handover.SantefrReceiver;
import io.github.pscsdk.example.desktop.lab.People;
import io.github.pscsdk.example.desktop.lab.ScriptedSession;
import io.github.pscsdk.example.desktop.lab.Sheets;
import io.github.pscsdk.example.desktop.problem.DesktopProblem;
import io.github.pscsdk.outbox.HandOver;
import io.github.pscsdk.outbox.Outbox;
import io.github.pscsdk.outbox.OutboxItem.Phase;
import io.github.pscsdk.time.VirtualClock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandedOverDeclarationTest {
    private final VirtualClock clock = VirtualClock.standing();
    private final ScriptedSession session =
            new ScriptedSession(People.pharmacist(), clock.instant().plus(Duration.ofHours(1)));

    @TempDir
    private Path folder;

    private Outbox outbox;
    private OutboxModel model;

    @BeforeEach
    void hand_one_over() throws Exception {
        outbox = Outbox.open(folder, clock);
        model = new OutboxModel(
                outbox.of(session.professional().nationalId()),
                new SantefrReceiver(session),
                new ModelThreads(Runnable::run, Runnable::run));
        model.handOver(OutboxRequest.handOver(Sheets.complete()), "{\"first\":true}", problem -> {});
    }

    @AfterEach
    void close() {
        outbox.close();
    }

    private HandedOverDeclaration only() {
        assertEquals(1, model.handedOver().size());
        return model.handedOver().get(0);
    }

    private List<String> sent() {
        return session.sent().stream()
                .map(request -> request.method() + " " + request.path())
                .toList();
    }

    private void unplug() {
        session.fails(new PscException(LoginProblem.SERVER_HALF_UNREACHABLE, "no route"));
    }

    @Test
    void what_was_handed_over_can_be_confirmed_corrected_and_withdrawn() {
        assertEquals(State.HANDED_OVER, only().state());
        assertFalse(only().asksForConfirmation());
        assertTrue(only().mayConfirm() && only().mayCorrect() && only().mayWithdraw());
    }

    @Test
    void a_confirmation_is_sent_upon_the_receipt_and_told() {
        model.confirm(only());

        assertEquals("POST declarations/R-1/confirmation", sent().get(1));
        assertEquals("\"h\"", session.sent().get(1).headers().get("If-Match"));
        assertEquals(Optional.of(clock.instant()), only().confirmedAt());
        assertTrue(only().mayConfirm());
    }

    @Test
    void a_withdrawal_is_sent_with_its_reason_and_an_end() {
        model.withdraw(only(), WithdrawalReason.CLOSED);

        assertEquals("POST declarations/R-1/withdrawal", sent().get(1));
        assertEquals("{\"reason\":\"closed\"}", new String(session.sent().get(1).body(), StandardCharsets.UTF_8));
        assertEquals(State.WITHDRAWN, only().state());
        assertFalse(only().mayConfirm() || only().mayCorrect() || only().mayWithdraw());
    }

    @Test
    void without_a_network_both_wait_in_their_order_and_say_what_for() {
        unplug();
        model.confirm(only());
        clock.advance(Duration.ofSeconds(1));
        model.withdraw(only(), WithdrawalReason.CLOSED);

        assertEquals(State.HANDED_OVER, only().state());
        assertEquals(
                List.of(OutboxRequest.Kind.CONFIRMATION, OutboxRequest.Kind.WITHDRAWAL),
                only().waiting().stream().map(item -> item.request().kind()).toList());
        assertEquals(Optional.of("PSC-060"), only().waiting().get(0).item().problem());
        assertFalse(only().mayConfirm() || only().mayCorrect() || only().mayWithdraw());

        session.works();
        model.deliver();

        assertEquals(
                List.of("POST declarations", "POST declarations/R-1/confirmation", "POST declarations/R-1/withdrawal"),
                sent());
        assertEquals(State.WITHDRAWN, only().state());
    }

    @Test
    void the_receiver_tells_what_is_to_be_checked_and_what_was_withdrawn_on_its_page() {
        session.tells("R-1", "to-check", true);
        model.deliver();
        assertEquals(State.TO_CHECK, only().state());
        assertTrue(only().asksForConfirmation());

        session.tells("R-1", "withdrawn", false);
        model.deliver();

        assertEquals(State.WITHDRAWN, only().state());
        assertFalse(only().mayWithdraw());
    }

    @Test
    void a_newer_version_that_is_being_written_on_the_page_does_not_change_what_the_public_sees() {
        session.tells("R-1", "draft", false);
        model.deliver();

        assertEquals(State.HANDED_OVER, only().state());
    }

    @Test
    void while_a_correction_waits_only_a_withdrawal_is_possible() {
        unplug();
        model.handOver(only().request(OutboxRequest.Kind.CORRECTION), "{\"second\":true}", problem -> {});

        assertFalse(only().mayConfirm() || only().mayCorrect());
        assertTrue(only().mayWithdraw());
    }

    @Test
    void what_is_refused_stands_among_what_waits_with_the_receivers_reason() {
        session.refuses(409, "{\"error\":\"closed-already\",\"fr\":\"La date est passée.\",\"en\":\"It has closed.\"}");

        model.confirm(only());

        var refused = model.items();
        assertEquals(
                List.of(Phase.REJECTED),
                refused.stream().map(DeclarationItem::phase).toList());
        assertEquals(Optional.of("DSK-010"), refused.get(0).item().problem());
        assertEquals("La date est passée.", refused.get(0).remarks().get(0).fr());
        assertTrue(only().mayConfirm());
    }

    @Test
    void work_that_meets_a_defect_ends_and_is_told() {
        var request = OutboxRequest.handOver(Sheets.complete());
        var told = new ArrayList<Optional<Problem>>();
        for (var body : List.of("{\"second\":true}", "{\"third\":true}", "x".repeat(HandOver.MOST_CHARACTERS + 1))) {
            model.handOver(request, body, told::add);
        }

        assertEquals(Optional.of(DesktopProblem.DEFECT), model.trouble());
        assertEquals(List.of(Optional.empty(), model.trouble(), model.trouble()), told);
        assertFalse(model.isBusy());
        assertEquals(2, sent().size());
    }

    @Test
    void a_failure_to_learn_how_it_stands_takes_nothing_away() {
        unplug();
        model.deliver();

        assertEquals(State.HANDED_OVER, only().state());
        assertEquals(Optional.of(LoginProblem.SERVER_HALF_UNREACHABLE), model.trouble());
    }
}
