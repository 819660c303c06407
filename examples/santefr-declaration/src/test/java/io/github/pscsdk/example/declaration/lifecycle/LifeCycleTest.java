package io.github.pscsdk.example.declaration.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.example.declaration.Caller;
import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException.Refusal;
import io.github.pscsdk.example.declaration.lifecycle.Version.State;
import io.github.pscsdk.example.declaration.lifecycle.Version.WithdrawalReason;
import io.github.pscsdk.example.declaration.rules.DeclarationCheck;
import io.github.pscsdk.example.declaration.rules.Eligibility;
import io.github.pscsdk.example.declaration.sample.SampleCallers;
import io.github.pscsdk.example.declaration.sample.SampleDeclaration;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LifeCycleTest {
    private static final Instant START = Instant.parse("2021-02-01T09:00:00Z");
    private static final Caller CALLER = SampleCallers.pharmacist();
    private static final Caller OTHER = new Caller("899999100022", CALLER.practices());
    private static final SampleDeclaration CONTENT = SampleDeclaration.flawless();

    private Instant now = START;
    private final InstantSource time = () -> now;
    private final Clock clock = time.withZone(ZoneOffset.UTC);
    private final LifeCycle life = new LifeCycle(new DeclarationCheck(Eligibility.current()), clock);

    @Test
    void create_by_an_eligible_professional_gives_a_draft() throws Exception {
        var dossier = life.create(CONTENT.read(), CALLER);

        assertEquals(State.DRAFT, dossier.state());
        assertEquals(1, dossier.latest().number());
        assertEquals(START, dossier.latest().changedAt());
        assertEquals(Optional.empty(), dossier.published());
    }

    @Test
    void create_is_refused_to_the_salaried_only_with_the_reason() {
        var salaried = SampleCallers.practising("10", "C", "", "S", "SA01");

        var refused = refusal(Refusal.NOT_ELIGIBLE, () -> life.create(CONTENT.read(), salaried));

        assertTrue(refused.text().french().contains("exercice libéral"));
        assertTrue(refused.text().english().contains("self-employed"));
    }

    @Test
    void create_is_refused_to_a_profession_without_right() {
        var speechTherapist = SampleCallers.practising("91", "C", "", "L", "SA07");

        var refused = refusal(Refusal.NOT_ELIGIBLE, () -> life.create(CONTENT.read(), speechTherapist));

        assertEquals(Refusal.NOT_ELIGIBLE.text(), refused.text());
    }

    @Test
    void hand_over_keeps_the_canonical_spelling() throws Exception {
        var draft = life.create(
                CONTENT.withText("/offers/0/phone", "03 45 81 04 21").read(), CALLER);

        var handedOver = life.handOver(draft, CALLER);

        assertEquals(CONTENT.read(), handedOver.latest().content());
        assertEquals(1, handedOver.versions().size());
    }

    @Test
    void hand_over_is_refused_with_the_findings_while_there_is_an_error() throws Exception {
        var draft = life.create(CONTENT.withText("/place/postcode", "2185").read(), CALLER);

        var refused = refusal(Refusal.HAS_ERRORS, () -> life.handOver(draft, CALLER));

        assertEquals("[V-CP(E) on place.postcode]", refused.findings().toString());
    }

    @Test
    void hand_over_gives_a_proof_of_time_content_and_professional() throws Exception {
        var draft = life.create(CONTENT.read(), CALLER);
        move(Duration.ofMinutes(5));

        var handedOver = life.handOver(draft, CALLER);

        assertEquals(State.HANDED_OVER, handedOver.state());
        var proof = handedOver.latest().proof().orElseThrow();
        assertEquals(START.plusSeconds(300), proof.at());
        assertEquals(CALLER.key(), proof.professional());
        assertEquals(Version.Proof.hash(CONTENT.read()), proof.hash());
        assertTrue(proof.hash().matches("[0-9a-f]{64}"));
        assertEquals(Optional.of(handedOver.latest()), handedOver.published());
    }

    @Test
    void edit_of_what_was_handed_over_gives_a_new_draft_and_keeps_the_old_version_shown() throws Exception {
        var handedOver = handedOver();
        var renamed = CONTENT.withText("/place/name", "Pharmacie Nouvelle").read();

        var edited = life.edit(handedOver, renamed, CALLER);

        assertEquals(State.DRAFT, edited.state());
        assertEquals(2, edited.latest().number());
        assertEquals(handedOver.latest(), edited.versions().get(0));
        assertEquals(Optional.of(handedOver.latest()), edited.published());
        var again = life.handOver(edited, CALLER);
        assertEquals(Optional.of(again.latest()), again.published());
        assertEquals(2, again.versions().size());
    }

    @ParameterizedTest
    @CsvSource({"/place/street, Rue Ailleurs", "/place/postcode, 21000", "/place/streetNumber, 14"})
    void edit_of_what_was_handed_over_is_refused_for_another_place(String pointer, String value) throws Exception {
        var handedOver = handedOver();

        refusal(
                Refusal.OTHER_PLACE,
                () -> life.edit(handedOver, CONTENT.withText(pointer, value).read(), CALLER));
    }

    @Test
    void the_same_number_makes_the_same_place_whatever_the_address() throws Exception {
        var withNumber = CONTENT.withText("/place/finess", "590012621");
        var handedOver = handOver(life.create(withNumber.read(), CALLER));
        var moved = withNumber.withText("/place/street", "Rue Ailleurs");

        assertEquals(State.DRAFT, life.edit(handedOver, moved.read(), CALLER).state());
        refusal(
                Refusal.OTHER_PLACE,
                () -> life.edit(
                        handedOver,
                        withNumber.withText("/place/finess", "750013963").read(),
                        CALLER));
    }

    @Test
    void edit_before_the_hand_over_goes_on_with_the_same_version_even_at_another_place() throws Exception {
        var moved = CONTENT.withText("/place/street", "Rue Ailleurs").read();

        var edited = life.edit(life.create(CONTENT.read(), CALLER), moved, CALLER);

        assertEquals(State.DRAFT, edited.state());
        assertEquals(1, edited.versions().size());
        assertEquals(moved, edited.latest().content());
    }

    @Test
    void confirmation_is_asked_after_thirty_days_and_starts_them_again() throws Exception {
        var handedOver = handedOver();
        move(Duration.ofDays(30).minusSeconds(1));
        assertFalse(life.asksForConfirmation(handedOver));

        move(Duration.ofSeconds(1));
        assertTrue(life.asksForConfirmation(handedOver));
        var confirmed = life.confirm(handedOver, CALLER);

        assertEquals(State.HANDED_OVER, confirmed.state());
        assertEquals(Optional.of(clock.instant()), confirmed.latest().confirmedAt());
        assertEquals(handedOver.latest().proof(), confirmed.latest().proof());
        assertFalse(life.asksForConfirmation(confirmed));
    }

    @Test
    void what_was_not_confirmed_for_forty_five_days_is_to_be_checked_and_still_shown() throws Exception {
        var handedOver = handedOver();
        move(Duration.ofDays(45).minusSeconds(1));
        assertEquals(handedOver, life.review(handedOver));

        move(Duration.ofSeconds(1));
        var reviewed = life.review(handedOver);

        assertEquals(State.TO_CHECK, reviewed.state());
        assertEquals(Optional.of(reviewed.latest()), reviewed.published());
        assertTrue(life.asksForConfirmation(reviewed));
        assertEquals(State.HANDED_OVER, life.confirm(reviewed, CALLER).state());
    }

    @Test
    void the_time_of_the_last_change_is_that_of_somebodys_act_whenever_it_is_looked_at() throws Exception {
        var handedOver = handedOver();
        move(Duration.ofDays(50));

        assertEquals(START, life.review(handedOver).latest().changedAt());

        var confirmed = life.confirm(handedOver, CALLER);
        var then = now;
        move(Duration.ofDays(50));
        assertEquals(then, life.review(confirmed).latest().changedAt());
    }

    @Test
    void what_has_closed_is_to_be_checked_from_the_next_day_of_Paris_on_and_cannot_be_confirmed() throws Exception {
        var closing = CONTENT.withText("/closesOn", "2021-02-10").read();
        var handedOver = handOver(life.create(closing, CALLER));
        moveTo(Instant.parse("2021-02-10T22:59:59Z"));
        assertEquals(State.HANDED_OVER, life.review(handedOver).state());

        moveTo(Instant.parse("2021-02-10T23:00:00Z"));
        var reviewed = life.review(handedOver);

        assertEquals(State.TO_CHECK, reviewed.state());
        refusal(Refusal.CLOSED_ALREADY, () -> life.confirm(reviewed, CALLER));
        assertEquals(State.DRAFT, life.edit(reviewed, CONTENT.read(), CALLER).state());
    }

    @Test
    void a_draft_left_lying_does_not_keep_what_is_shown_from_growing_old() throws Exception {
        var edited = life.edit(handedOver(), CONTENT.read(), CALLER);
        move(Duration.ofDays(46));

        var reviewed = life.review(edited);

        assertEquals(State.DRAFT, reviewed.state());
        assertEquals(State.TO_CHECK, reviewed.published().orElseThrow().state());
    }

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            names = {"DRAFT", "HANDED_OVER", "TO_CHECK"})
    void withdraw_from_any_state_closes_today_and_hides(State state) throws Exception {
        var dossier = in(state);
        moveTo(Instant.parse("2021-05-01T22:30:00Z"));

        var withdrawn = life.withdraw(dossier, CALLER, WithdrawalReason.END_OF_ACTIVITY);

        assertEquals(State.WITHDRAWN, withdrawn.state());
        // Half past midnight in Paris.
        assertEquals(Optional.of("2021-05-02"), withdrawn.latest().content().closesOn());
        assertEquals(Optional.of("t"), withdrawn.latest().content().hidden());
        assertEquals(
                Optional.of(WithdrawalReason.END_OF_ACTIVITY),
                withdrawn.latest().reason());
        assertEquals(dossier.versions(), withdrawn.versions().subList(0, 1));
        assertEquals(dossier.latest(), withdrawn.beforeWithdrawal());
        assertEquals(Optional.empty(), withdrawn.published());
    }

    @Test
    void withdraw_is_made_of_what_the_public_saw_and_not_of_the_draft() throws Exception {
        var edited = life.edit(
                handedOver(),
                CONTENT.withText("/place/name", "Pharmacie Nouvelle").read(),
                CALLER);

        var withdrawn = life.withdraw(edited, CALLER, WithdrawalReason.ERROR);

        assertEquals(CONTENT.read().place(), withdrawn.latest().content().place());
        assertEquals(3, withdrawn.versions().size());
    }

    @Test
    void nothing_is_possible_after_a_withdrawal() throws Exception {
        var withdrawn = life.withdraw(handedOver(), CALLER, WithdrawalReason.CLOSED);
        move(Duration.ofDays(100));

        refusal(Refusal.WITHDRAWN, () -> life.edit(withdrawn, CONTENT.read(), CALLER));
        refusal(Refusal.WITHDRAWN, () -> life.handOver(withdrawn, CALLER));
        refusal(Refusal.WITHDRAWN, () -> life.confirm(withdrawn, CALLER));
        refusal(Refusal.WITHDRAWN, () -> life.withdraw(withdrawn, CALLER, WithdrawalReason.ERROR));
        assertEquals(withdrawn, life.review(withdrawn));
        assertFalse(life.asksForConfirmation(withdrawn));
    }

    @Test
    void no_event_is_somebody_elses() throws Exception {
        var handedOver = handedOver();

        refusal(Refusal.SOMEBODY_ELSES, () -> life.edit(handedOver, CONTENT.read(), OTHER));
        refusal(Refusal.SOMEBODY_ELSES, () -> life.confirm(handedOver, OTHER));
        refusal(Refusal.SOMEBODY_ELSES, () -> life.withdraw(handedOver, OTHER, WithdrawalReason.ERROR));
        var draft = life.create(CONTENT.read(), CALLER);
        refusal(Refusal.SOMEBODY_ELSES, () -> life.handOver(draft, OTHER));
    }

    @Test
    void an_event_in_another_state_than_its_own_is_refused() throws Exception {
        var draft = life.create(CONTENT.read(), CALLER);
        refusal(Refusal.WRONG_STATE, () -> life.confirm(draft, CALLER));
        var handedOver = handedOver();
        refusal(Refusal.WRONG_STATE, () -> life.handOver(handedOver, CALLER));
    }

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void every_refusal_is_written_in_both_languages(Refusal refusal) {
        assertTrue(refusal.text().french().endsWith("."));
        assertTrue(refusal.text().english().endsWith("."));
        assertFalse(refusal.text().french().contains("'"));
    }

    private Dossier in(State state) throws Exception {
        return switch (state) {
            case DRAFT -> life.create(CONTENT.read(), CALLER);
            case HANDED_OVER -> handedOver();
            case TO_CHECK -> {
                var handedOver = handedOver();
                move(Duration.ofDays(50));
                yield life.review(handedOver);
            }
            case WITHDRAWN -> life.withdraw(handedOver(), CALLER, WithdrawalReason.ERROR);
        };
    }

    private Dossier handedOver() throws Exception {
        return handOver(life.create(CONTENT.read(), CALLER));
    }

    private Dossier handOver(Dossier draft) throws Exception {
        return life.handOver(draft, CALLER);
    }

    private static EventRefusedException refusal(Refusal expected, Executable event) {
        var refused = assertThrows(EventRefusedException.class, event);
        assertEquals(expected, refused.refusal());
        return refused;
    }

    private void move(Duration further) {
        now = now.plus(further);
    }

    private void moveTo(Instant then) {
        now = then;
    }
}
