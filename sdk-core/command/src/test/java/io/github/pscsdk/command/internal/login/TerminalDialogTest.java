package io.github.pscsdk.command.internal.login;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.dialog.CardChoice;
import io.github.pscsdk.api.dialog.NationalIdAnswer;
import io.github.pscsdk.api.dialog.OneTimeCodeQuestion;
import io.github.pscsdk.api.dialog.ShownPicture;
import io.github.pscsdk.api.dialog.TextQuestion;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.commandline.internal.Keyboard;
import io.github.pscsdk.diagnostic.BilingualLine;
import io.github.pscsdk.testkit.persona.Personas;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.StringReader;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalDialogTest {
    private static final Optional<NationalId> NOBODY = Optional.empty();
    private static final List<CardChoice> CARDS =
            List.of(CardChoice.of("left reader").withHolder("Camille FICTIVE"), CardChoice.of("right reader"));

    private final Shown shown = new Shown();

    @ParameterizedTest
    @CsvSource({"899999100011", "' 899999100011 '", "99999100011", "99 999-100.011"})
    void takes_an_identifier_whole_or_as_an_rpps_number(String typed) throws Exception {
        assertEquals(Optional.of(Personas.PHARMACIST), typing(typed).whoLogsIn(NOBODY));
        assertEquals(
                Optional.of(new NationalIdAnswer(Personas.PHARMACIST, true)),
                typing(typed).holderOf("card-7"));
    }

    @Test
    void asks_again_until_it_can_be_one_and_says_each_time_what_was_wrong() throws Exception {
        var answer = typing("fictive\n99999100012\nANS20990101120000\n").whoLogsIn(NOBODY);

        assertEquals(new NationalId("ANS20990101120000"), answer.orElseThrow());
        var text = shown.toString();
        assertTrue(text.contains("This is a name and not an identifier. (IDN-008)"), text);
        assertTrue(text.contains("The key of the RPPS number is wrong. (IDN-004)"), text);
        assertTrue(text.contains("  1. Compare each digit"), text);
        assertFalse(text.contains("99999100012"), text);
    }

    @Test
    void says_that_it_is_about_a_card() throws Exception {
        typing("\n").holderOf("card-7");

        assertTrue(shown.toString().startsWith("Whose card is it?"), shown::toString);
    }

    @Test
    void an_empty_line_is_no_answer() throws Exception {
        assertEquals(Optional.empty(), typing("\n").whoLogsIn(NOBODY));
        assertEquals(Optional.empty(), typing("\n").card(CARDS));
    }

    @Test
    void nor_is_the_end_of_what_can_be_typed() throws Exception {
        var dialog = typing("");

        assertEquals(Optional.empty(), dialog.whoLogsIn(NOBODY));
        assertEquals(Optional.empty(), dialog.card(CARDS));
    }

    @Test
    void a_card_is_chosen_by_its_number() throws Exception {
        assertEquals(Optional.of(CARDS.get(1)), typing("2\n").card(CARDS));
        assertTrue(shown.toString().contains("  1. left reader (Camille FICTIVE)"), shown::toString);
        assertTrue(shown.toString().contains("  2. right reader (?)"), shown::toString);
    }

    @Test
    void a_number_that_no_card_has_is_asked_for_again() throws Exception {
        assertEquals(
                Optional.of(CARDS.get(0)), typing("0\n3\n4000000000\none\n1\n").card(CARDS));
        assertEquals(4, shown.toString().split("That is none\\.", -1).length - 1);
    }

    @Test
    void the_holder_of_the_last_card_is_shown_masked_and_taken_by_enter() throws Exception {
        var suggested = Optional.of(Personas.PHARMACIST);

        assertEquals(Personas.PHARMACIST, typing("\n").whoLogsIn(suggested).orElseThrow());
        assertTrue(shown.toString().contains("…011"), shown::toString);
        assertFalse(shown.toString().contains(Personas.PHARMACIST.value()), shown::toString);
    }

    @Test
    void somebody_else_may_be_typed_instead_of_the_holder_of_the_last_card() throws Exception {
        var suggested = Optional.of(Personas.PHARMACIST);

        var answer = typing("fictive\nANS20990101120000\n").whoLogsIn(suggested);

        assertEquals(new NationalId("ANS20990101120000"), answer.orElseThrow());
        assertEquals(Optional.empty(), typing("").whoLogsIn(suggested));
    }

    @Test
    void the_code_of_the_page_is_read_as_it_is_typed() throws Exception {
        assertEquals(Optional.of("123 456"), typing(" 123 456 \n").browserCode(3, false));
        assertFalse(shown.toString().contains("tries left"), shown::toString);
    }

    @Test
    void a_wrong_code_is_said_to_be_wrong_with_the_tries_left() throws Exception {
        assertEquals(Optional.empty(), typing("\n").browserCode(2, true));

        assertTrue(shown.toString().startsWith("That was not the code; tries left: 2"), shown::toString);
    }

    @Test
    void a_one_time_code_is_asked_for_under_the_name_of_its_device_until_it_can_be_one() throws Exception {
        var question = OneTimeCodeQuestion.of(BilingualLine.of("Jeton", "Token"), 6)
                .asAgain()
                .withTriesLeft(2);

        assertArrayEquals(
                "123456".toCharArray(),
                typing("1234\n123 456\n").oneTimeCode(question).orElseThrow());
        var text = shown.toString();
        assertTrue(text.contains("Code shown by “Token”, 6 digits."), text);
        assertTrue(text.contains("That was not the code.") && text.contains("Tries left: 2"), text);
        assertTrue(text.contains("That is none."), text);
        assertFalse(text.contains("123"), text);
        assertEquals(Optional.empty(), typing("\n").oneTimeCode(question));
    }

    @Test
    void of_a_code_that_was_sent_another_one_may_be_asked_for() throws Exception {
        var question = OneTimeCodeQuestion.ofSent(BilingualLine.of("SMS"), 6);
        var again = question.withSendAgain();

        assertTrue(again.asksToSendAgain(typing("0\n").oneTimeCode(again).orElseThrow()));
        assertTrue(
                shown.toString().contains("Code sent by SMS, 6 digits.\nFor another code, type 0."), shown::toString);
        assertEquals(Optional.empty(), typing("0\n\n").oneTimeCode(question));
    }

    @Test
    void a_text_is_asked_for_until_it_is_short_enough() throws Exception {
        var question = TextQuestion.of(BilingualLine.of("Nom du badge", "Name of the badge"), 5);

        assertEquals(Optional.of("Zoé"), typing("too long\nZoé\n").text(question));
        assertTrue(shown.toString().contains("Name of the badge")
                && shown.toString().contains("At most 5 characters."));
        assertEquals(Optional.empty(), typing("\n").text(question));
    }

    @Test
    void a_choice_is_made_by_its_number() throws Exception {
        var red = BilingualLine.of("Rouge", "Red");
        var green = BilingualLine.of("Vert", "Green");
        var question = BilingualLine.of("Couleur", "Colour");
        var choices = List.of(red, green);

        assertEquals(Optional.of(green), typing("3\n2\n").choice(question, choices));
        assertTrue(shown.toString().contains("  2. Green"), shown::toString);
        assertEquals(Optional.empty(), typing("\n").choice(question, choices));
    }

    @ParameterizedTest
    @CsvSource({"y,true", "OUI,true", "n,false", "non,false"})
    void yes_and_no_may_be_typed_in_either_language(String typed, boolean yes) throws Exception {
        var question = BilingualLine.of("D’accord", "Agreed");

        assertEquals(Optional.of(yes), typing("perhaps\n" + typed + "\n").yesOrNo(question));
        assertEquals(Optional.empty(), typing("\n").yesOrNo(question));
    }

    @Test
    void a_qr_code_is_drawn() {
        assertTrue(typing("").showPicture(ShownPicture.qrCode(BilingualLine.of("Scannez", "Scan this"), "badge:1")));

        var lines = shown.toString().lines().toList();
        assertEquals("Scan this", lines.get(0));
        assertTrue(lines.stream().anyMatch(line -> line.matches("[ \u2580\u2584\u2588]{20,}")), shown::toString);
    }

    @Test
    void the_address_is_shown_and_drawn_where_no_browser_opens() throws Exception {
        assertTrue(typing("").browserPage(URI.create("https://psc.example/authorize?state=x")));

        var lines = shown.toString().lines().toList();
        assertTrue(lines.contains("https://psc.example/authorize?state=x"));
        assertTrue(lines.stream().anyMatch(line -> line.matches("[ \u2580\u2584\u2588]{30,}")), shown::toString);
    }

    @Test
    void a_login_that_is_cancelled_does_not_wait_for_a_line() throws Exception {
        try (var typing = new PipedWriter();
                var in = new PipedReader(typing)) {
            var dialog = new TerminalDialog(shown.screen(), Keyboard.reading(in));
            Thread.currentThread().interrupt();

            assertThrows(InterruptedException.class, () -> dialog.card(CARDS));
        }
    }

    private TerminalDialog typing(String text) {
        return new TerminalDialog(shown.screen(), Keyboard.reading(new StringReader(text)));
    }
}
