package io.github.pscsdk.plugin.cps.internal.login;

import static io.github.pscsdk.plugin.cps.AtReaders.anyone;
import static io.github.pscsdk.plugin.cps.AtReaders.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.api.dialog.CardChoice;
import io.github.pscsdk.api.dialog.LoginDialog;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.plugin.cps.AtReaders;
import io.github.pscsdk.plugin.cps.problem.CardProblem;
import io.github.pscsdk.testkit.card.SmartCard;
import io.github.pscsdk.testkit.card.VirtualCard;
import io.github.pscsdk.testkit.contract.TestContext;
import io.github.pscsdk.testkit.persona.Personas;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** More cards than one. */
class CardSelectionTest {
    private static final NationalId NURSE = new NationalId("899999100037");

    @RegisterExtension
    private final AtReaders at = new AtReaders();

    private TestContext context = TestContext.answering();
    private final List<CardChoice> offered = new ArrayList<>();

    @Test
    void the_person_chooses_among_readers_and_names() throws Exception {
        twoCards();

        at.begin(anyone(), choosing(1)).grant();

        assertEquals(
                List.of("Reader A", "Reader B"),
                offered.stream().map(CardChoice::reader).toList());
        assertEquals(
                2,
                offered.stream()
                        .map(CardChoice::holder)
                        .flatMap(Optional::stream)
                        .distinct()
                        .count());
        assertEquals(AtReaders.DOCTOR, asked());
    }

    @Test
    void without_a_choice_nobody_is_asked_for() throws Exception {
        twoCards();

        assertEquals(CardProblem.NO_CARD_CHOSEN, at.problem(anyone(), context));
        assertEquals(List.of(), context.asked());
    }

    @Test
    void a_choice_that_was_not_offered_is_none() throws Exception {
        twoCards();
        var inventing = context.withDialog(new LoginDialog() {
            @Override
            public Optional<CardChoice> card(List<CardChoice> cards) {
                return Optional.of(CardChoice.of("Reader Z"));
            }
        });

        assertEquals(CardProblem.NO_CARD_CHOSEN, at.problem(anyone(), inventing));
    }

    @Test
    void the_named_professionals_card_is_taken_without_asking() throws Exception {
        twoCards();

        at.begin(anyone().withNationalId(AtReaders.DOCTOR), choosing(0)).grant();

        assertEquals(List.of(), offered);
        assertEquals(AtReaders.DOCTOR, asked());
    }

    @Test
    void another_professionals_card_is_refused() throws Exception {
        twoCards();

        assertEquals(CardProblem.OTHER_HOLDER, at.problem(anyone().withNationalId(NURSE), context));
        assertEquals(List.of(), context.asked());
    }

    @Test
    void a_card_that_does_not_say_whose_it_is_may_be_the_named_professionals() throws Exception {
        at.a().insert(VirtualCard.cps3(Personas.PHARMACIST).build());
        at.b().insert(VirtualCard.cps3(NURSE).hidingHolder().build());

        at.begin(anyone().withNationalId(NURSE), context).grant();

        assertEquals(NURSE, asked());
    }

    @Test
    void a_card_that_cannot_be_read_may_be_the_named_professionals() throws Exception {
        at.a().insert(VirtualCard.cps3(Personas.PHARMACIST).build());
        at.b().insert(VirtualCard.cps3(NURSE).build().onEach(SmartCard.status(0x6F00)));
        var login = at.begin(anyone().withNationalId(NURSE), context);
        await(() -> !context.notices().isEmpty() || login.task().isDone());

        at.b().blink(VirtualCard.cps3(NURSE).build());

        login.grant();
        assertEquals(NURSE, asked());
    }

    @Test
    void a_patients_card_beside_it_is_no_choice() throws Exception {
        at.a().insert(VirtualCard.cps3(Personas.PHARMACIST).build());
        at.b().insert(VirtualCard.vitale());

        at.begin(anyone(), choosing(0)).grant();

        assertEquals(List.of(), offered);
    }

    @Test
    void a_card_that_left_while_the_person_chose_is_not_taken() throws Exception {
        twoCards();
        context = context.withDialog(new LoginDialog() {
            @Override
            public Optional<CardChoice> card(List<CardChoice> cards) {
                at.a().remove();
                return Optional.of(cards.get(0));
            }
        });

        at.begin(anyone(), context).grant();

        assertEquals(AtReaders.DOCTOR, asked());
    }

    private void twoCards() {
        at.a().insert(VirtualCard.cps3(Personas.PHARMACIST).build());
        at.b().insert(VirtualCard.cps4(AtReaders.DOCTOR).build());
    }

    private TestContext choosing(int index) {
        context = context.withDialog(new LoginDialog() {
            @Override
            public Optional<CardChoice> card(List<CardChoice> cards) {
                offered.addAll(cards);
                return Optional.of(cards.get(index));
            }
        });
        return context;
    }

    private NationalId asked() {
        assertEquals(1, context.asked().size());
        return context.asked().get(0).orElseThrow().nationalId();
    }
}
