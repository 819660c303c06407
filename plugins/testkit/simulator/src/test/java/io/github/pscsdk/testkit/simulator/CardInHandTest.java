package io.github.pscsdk.testkit.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.card.CardInHand;
import io.github.pscsdk.testkit.card.VirtualCard;
import io.github.pscsdk.testkit.card.VirtualReaders;
import io.github.pscsdk.testkit.persona.Personas;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The card that is put in and pulled out, from Java and on the page. */
class CardInHandTest {
    private final VirtualReaders readers = VirtualReaders.named("Desk");
    private final PscSimulator simulator = PscSimulator.builder()
            .client(Caller.registration())
            .cardInHand(CardInHand.at(
                    readers, "Desk", VirtualCard.cps3(Personas.PHARMACIST).build()))
            .start();
    private final CardInHand card = simulator.cpsGestion().card();
    private final URI page = simulator.pages().resolve("/cps-gestion");
    private final Visitor visitor = new Visitor("fr-FR");

    @AfterEach
    void stop() {
        simulator.close();
        readers.close();
    }

    private boolean isInReader() throws Exception {
        return card.terminal().isCardPresent();
    }

    @Test
    void the_page_puts_the_card_in_and_pulls_it_out() throws Exception {
        var before = visitor.open(page);
        assertTrue(before.response().body().contains("La carte n’est pas dans le lecteur"));

        var in = visitor.submitForm(before, "card-move", "move", "insert");
        assertTrue(isInReader());
        assertTrue(in.response().body().contains("La carte est dans le lecteur <strong>Desk</strong>"));

        visitor.submitForm(in, "card-move", "move", "remove");
        assertFalse(isInReader());
    }

    @Test
    void an_old_page_moves_the_card_no_second_time() throws Exception {
        var old = visitor.open(page);
        visitor.submitForm(old, "card-move", "move", "insert");

        visitor.submitForm(old, "card-move", "move", "insert");

        assertTrue(isInReader());
    }

    @Test
    void a_form_of_somebody_elses_page_moves_nothing() throws Exception {
        var foreign = visitor.post(
                page.resolve("/cps-gestion/card"), Map.of("move", "insert"), "Origin", "http://evil.example");

        assertEquals(403, foreign.status());
        assertFalse(isInReader());
    }

    @Test
    void whoever_watches_the_page_is_told_that_the_card_was_moved() throws Exception {
        var state = page.resolve("/cps-gestion/state");
        var before = visitor.get(state).response().body();

        assertTrue(card.insert());

        assertNotEquals(before, visitor.get(state).response().body());
    }

    @Test
    void a_reader_that_does_not_take_the_card_is_told_in_both_languages() throws Exception {
        readers.reader("Desk").unplug();

        assertFalse(card.insert());
        var french = visitor.submitForm(visitor.open(page), "card-move", "move", "insert");
        var english = new Visitor("en-GB");
        var told = english.submitForm(english.open(page), "card-move", "move", "insert");

        assertTrue(french.response().body().contains("Le lecteur ne prend pas la carte"));
        assertTrue(told.response().body().contains("The reader does not take the card"));
    }

    @Test
    void the_card_takes_its_own_code_alone_and_the_page_says_so() throws Exception {
        assertTrue(visitor.open(page).response().body().contains("demande son propre code porteur"));
    }

    @Test
    void a_simulator_without_a_card_at_hand_has_no_such_form() throws Exception {
        try (var other = PscSimulator.builder()
                .client(Caller.registration())
                .interactive()
                .start()) {
            var shown = visitor.open(other.pages().resolve("/cps-gestion"));

            assertFalse(shown.response().body().contains("card-move"));
            assertTrue(shown.response().body().contains("quatre chiffres quelconques"));
            assertThrows(IllegalStateException.class, () -> other.cpsGestion().card());
        }
    }
}
