package io.github.pscsdk.example.desktop.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.pscsdk.api.AuthenticationSession.State;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.desktop.handover.DeclarationItem;
import io.github.pscsdk.example.desktop.lab.People;
import io.github.pscsdk.example.desktop.lab.ScriptedSession;
import io.github.pscsdk.example.desktop.lab.Sheets;
import io.github.pscsdk.outbox.Outbox;
import io.github.pscsdk.outbox.OutboxItem.Phase;
import io.github.pscsdk.time.VirtualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionWorkTest {
    private final VirtualClock clock = VirtualClock.standing();

    @TempDir
    private Path folder;

    private Outbox outbox;
    private SessionModel model;

    @BeforeEach
    void open() throws Exception {
        outbox = Outbox.open(folder, clock);
        model = new SessionModel(outbox, clock, new ModelThreads(Runnable::run, Runnable::run));
    }

    @AfterEach
    void close() {
        outbox.close();
    }

    private ScriptedSession entered(Professional professional) {
        var session = new ScriptedSession(professional, clock.instant().plus(Duration.ofHours(1)));
        model.enter(session);
        return session;
    }

    private SessionModel.Work workModels() {
        return model.work().orElseThrow();
    }

    private void fillsIn() {
        workModels().form().change(before -> Sheets.complete());
    }

    private static Professional another() {
        var pharmacist = People.pharmacist();
        return new Professional(
                new NationalId("899999100029"),
                "AUTRE",
                List.of("Ali"),
                Optional.empty(),
                List.of(),
                pharmacist.practices());
    }

    private static PscException noNetwork() {
        return new PscException(LoginProblem.SERVER_HALF_UNREACHABLE, "no route");
    }

    @Test
    void what_could_not_be_sent_goes_out_after_the_next_login_of_the_same_professional_only() {
        var first = entered(People.pharmacist());
        fillsIn();
        first.fails(noNetwork());
        workModels().form().handOver();
        assertEquals(1, workModels().outbox().waiting());
        assertEquals(
                Optional.of(LoginProblem.SERVER_HALF_UNREACHABLE),
                workModels().outbox().trouble());
        first.becomes(State.ENDED);

        var other = entered(another());
        assertEquals(List.of(), other.sent());
        assertEquals(List.of(), workModels().outbox().items());
        model.signOut();
        var second = entered(People.pharmacist());

        assertEquals(1, second.sent().size());
        assertEquals(0, workModels().outbox().waiting());
        assertEquals(List.of(), workModels().outbox().items());
        assertEquals("R-1", workModels().outbox().handedOver().get(0).number());
    }

    @Test
    void it_is_tried_again_while_the_same_person_is_there() {
        var session = entered(People.pharmacist());
        fillsIn();
        session.fails(noNetwork());
        workModels().form().handOver();
        session.works();

        model.retry();

        assertEquals(1, session.sent().size());
        assertEquals(
                workModels()
                        .outbox()
                        .handedOver()
                        .get(0)
                        .latest()
                        .request()
                        .id()
                        .toString(),
                session.sent().get(0).headers().get("Idempotency-Key"));
    }

    @Test
    void nothing_is_sent_while_the_session_is_locked() {
        var session = entered(People.pharmacist());
        fillsIn();
        session.fails(noNetwork());
        workModels().form().handOver();
        session.works();
        session.becomes(State.LOCKED);

        model.retry();

        assertEquals(List.of(), session.sent());
    }

    @Test
    void what_is_typed_is_kept_when_the_card_leaves() {
        var session = entered(People.pharmacist());
        Sheets.type(workModels().form(), "place.complement", "Entrée par la cour.");

        session.becomes(State.LOCKED);

        assertEquals(
                List.of(Phase.DRAFT),
                workModels().outbox().items().stream()
                        .map(DeclarationItem::phase)
                        .toList());
    }

    @Test
    void the_same_professional_goes_on_where_they_were_and_another_one_sees_nothing_of_it() {
        entered(People.pharmacist()).becomes(State.ENDED);
        var again = entered(People.pharmacist());
        Sheets.type(workModels().form(), "place.complement", "Entrée par la cour.");
        again.becomes(State.ENDED);

        entered(People.pharmacist()).becomes(State.ACTIVE);
        assertEquals("Entrée par la cour.", Sheets.value(workModels().form(), "place.complement"));
        model.signOut();
        entered(another());

        assertEquals("", Sheets.value(workModels().form(), "place.complement"));
    }

    @Test
    void a_declaration_with_a_rejecting_finding_stays_in_the_form() {
        var session = entered(People.pharmacist());
        fillsIn();
        Sheets.type(workModels().form(), "place.postcode", "7500");

        workModels().form().handOver();

        assertEquals(
                List.of("place.postcode"),
                workModels().form().findings().stream().map(Finding::field).toList());
        assertEquals(List.of(), session.sent());
    }

    @Test
    void another_place_fills_the_form_with_its_address() {
        entered(People.pharmacistOfTwo());

        workModels().form().choose(workModels().form().places().get(1));

        assertEquals("AUTRE-VILLE", Sheets.value(workModels().form(), "place.town"));
    }

    @Test
    void a_declaration_that_was_handed_over_is_corrected_under_its_number() {
        var session = entered(People.pharmacist());
        fillsIn();
        workModels().form().handOver();

        workModels().form().correct(workModels().outbox().handedOver().get(0));
        Sheets.type(workModels().form(), "place.complement", "Entrée par la cour.");
        assertEquals(Optional.of("R-1"), workModels().form().corrected());
        workModels().form().handOver();

        var correction = session.sent().get(1);
        assertEquals("PUT declarations/R-1", correction.method() + " " + correction.path());
        assertEquals("\"h\"", correction.headers().get("If-Match"));
        assertNotEquals(
                session.sent().get(0).headers().get("Idempotency-Key"),
                correction.headers().get("Idempotency-Key"));
        assertEquals(Optional.empty(), workModels().form().corrected());
    }

    @Test
    void the_draft_of_a_correction_is_one_after_a_restart() {
        entered(People.pharmacist());
        fillsIn();
        workModels().form().handOver();
        workModels().form().correct(workModels().outbox().handedOver().get(0));
        Sheets.type(workModels().form(), "place.complement", "Entrée par la cour.");
        model.signOut();

        entered(another());
        model.signOut();
        entered(People.pharmacist());
        workModels().form().open(workModels().outbox().items().get(0));

        assertEquals(Optional.of("R-1"), workModels().form().corrected());
        assertEquals("Entrée par la cour.", Sheets.value(workModels().form(), "place.complement"));
    }
}
