package io.github.pscsdk.relyingparty.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.api.professional.OtherId;
import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.relyingparty.session.SessionId;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.time.VirtualClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExpiredSessionFormsTest {
    private static final String PHARMACIST = "899999100011";
    private static final String DOCTOR = "899999100029";
    private static final Duration REST_OF_SESSION = Duration.ofHours(4);

    private final VirtualClock clock = VirtualClock.standing();
    private final SessionStore store = SessionStore.inMemory(clock);
    private final ExpiredSessionForms forms = new ExpiredSessionForms(store, clock);
    private final PscSession session = session(PHARMACIST, "practice");

    private PscSession session(String nationalId, String client, OtherId... others) {
        var now = clock.instant();
        var professional = new Professional(
                new NationalId(nationalId), "TEST", List.of("Camille"), Optional.empty(), List.of(others), List.of());
        return new PscSession(
                SessionId.draw(),
                client,
                professional,
                Optional.empty(),
                Optional.empty(),
                Set.of("openid", "scope_all"),
                "",
                now,
                now.plus(REST_OF_SESSION));
    }

    private static String token(PscSession session) {
        return session.id().formToken();
    }

    private boolean keep(String typed) {
        return forms.keep(token(session), "/edit", typed, Optional.empty());
    }

    @Test
    void what_somebody_typed_waits_for_their_next_session_and_stays_until_it_is_dropped() {
        forms.note(session, "/edit", "SF-1\n& more");

        assertTrue(keep("two\nlines"));

        var next = session(PHARMACIST, "practice");
        assertEquals(Optional.of(new ExpiredSessionForm("SF-1\n& more", "two\nlines")), forms.find(next));
        assertTrue(forms.find(next).isPresent());
        forms.drop(next);
        assertEquals(Optional.empty(), forms.find(next));
    }

    @Test
    void no_two_forms_have_one_name() {
        // Texts of one hash code.
        assertEquals("Aa".hashCode(), "BB".hashCode());
        var names = Set.of(
                new ExpiredSessionForm("SF-1", "Aa").name(),
                new ExpiredSessionForm("SF-1", "BB").name(),
                new ExpiredSessionForm("SF-1A", "a").name());

        assertEquals(3, names.size());
        assertTrue(names.contains(new ExpiredSessionForm("SF-1", "Aa").name()));
    }

    @Test
    void nobody_else_finds_it_and_no_other_client_of_the_same_store() {
        forms.note(session, "/edit", "SF-1");
        keep("typed");

        assertEquals(Optional.empty(), forms.find(session(DOCTOR, "practice")));
        assertEquals(Optional.empty(), forms.find(session(PHARMACIST, "another")));
    }

    @Test
    void a_form_whose_page_was_not_shown_in_that_session_is_not_kept() {
        forms.note(session, "/edit", "SF-1");
        var other = session(DOCTOR, "practice");

        assertFalse(forms.keep(token(session), "/other", "typed", Optional.empty()));
        assertFalse(forms.keep(token(other), "/edit", "typed", Optional.empty()));
        assertFalse(forms.keep("", "/edit", "typed", Optional.empty()));
        assertEquals(Optional.empty(), forms.find(session));
    }

    @Test
    void whoever_is_logged_in_by_now_must_be_who_was_shown_the_page() {
        forms.note(session, "/edit", "SF-1");

        assertFalse(forms.keep(token(session), "/edit", "typed", Optional.of(session(DOCTOR, "practice"))));
        assertEquals(Optional.empty(), forms.find(session));
        assertTrue(forms.keep(token(session), "/edit", "typed", Optional.of(session(PHARMACIST, "practice"))));
    }

    @Test
    void who_has_another_identifier_by_now_finds_what_they_typed_and_drops_it() {
        forms.note(session, "/edit", "SF-1");
        keep("typed");
        var merged = session(DOCTOR, "practice", new OtherId(PHARMACIST, "RPPS"));

        var waiting = forms.waiting(merged);
        assertEquals(List.of(new ExpiredSessionForm("SF-1", "typed")), waiting);

        forms.drop(merged, waiting.get(0));
        assertEquals(List.of(), forms.waiting(session));
        assertTrue(forms.keep(token(session), "/edit", "typed", Optional.of(merged)), "and what comes late is theirs");
    }

    @Test
    void forms_of_several_tabs_wait_beside_one_another_the_latest_first_and_are_dropped_one_by_one() {
        forms.note(session, "/edit", "SF-1");
        forms.note(session, "/preview", "SF-2");
        keep("typed");
        forms.keep(token(session), "/preview", "", Optional.empty());
        keep("typed in another tab");
        keep("typed");

        var first = new ExpiredSessionForm("SF-1", "typed");
        var second = new ExpiredSessionForm("SF-1", "typed in another tab");
        assertEquals(List.of(first, second, new ExpiredSessionForm("SF-2", "")), forms.waiting(session));
        assertEquals(Optional.of(first), forms.find(session));

        forms.drop(session, first);

        assertEquals(List.of(second, new ExpiredSessionForm("SF-2", "")), forms.waiting(session));
        forms.drop(session);
        assertEquals(List.of(), forms.waiting(session));
    }

    @Test
    void each_form_has_its_own_hour_and_beyond_four_the_oldest_goes() {
        forms.note(session, "/edit", "SF-1");
        keep("0");
        clock.advance(ExpiredSessionForms.LIFE.dividedBy(2));
        keep("1");
        clock.advance(ExpiredSessionForms.LIFE.dividedBy(2));
        assertEquals(List.of(new ExpiredSessionForm("SF-1", "1")), forms.waiting(session));

        for (var typed : List.of("2", "3", "4", "5")) {
            keep(typed);
        }

        assertEquals(
                List.of("5", "4", "3", "2"),
                forms.waiting(session).stream().map(ExpiredSessionForm::typed).toList());
    }

    @Test
    void a_form_is_kept_for_an_hour_and_may_come_an_hour_after_the_latest_end_of_its_session() {
        forms.note(session, "/edit", "SF-1");
        clock.advance(REST_OF_SESSION.plus(ExpiredSessionForms.LIFE).minusSeconds(1));
        assertTrue(keep("typed"));
        clock.advance(ExpiredSessionForms.LIFE.minusSeconds(1));
        assertTrue(forms.find(session).isPresent());

        clock.advance(Duration.ofSeconds(1));

        assertEquals(Optional.empty(), forms.find(session));
        assertFalse(keep("typed"));
    }

    @Test
    void it_prints_nothing_of_what_was_typed() {
        assertEquals("ExpiredSessionForm[…]", new ExpiredSessionForm("SF-1", "typed").toString());
    }
}
