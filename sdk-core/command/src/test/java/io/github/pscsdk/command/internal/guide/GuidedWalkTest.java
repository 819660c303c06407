package io.github.pscsdk.command.internal.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.command.Psc;
import io.github.pscsdk.commandline.internal.CommandTexts;
import io.github.pscsdk.commandline.internal.Keyboard;
import io.github.pscsdk.commandline.internal.Screen;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.LoginGuide;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.guide.SantefrGuide;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class GuidedWalkTest {
    private static final Texts TEXTS = CommandTexts.of(Psc.class, Language.ENGLISH);
    private static final LoginGuide GUIDE = SantefrGuide.in(Locale.ENGLISH);

    @Test
    void a_number_chooses_until_the_end() throws Exception {
        assertEquals(
                List.of("start", "card", "card_problem", "have_unlock", "ans_support"), shown("1\n2\n 1 \n2\nq\n"));
    }

    @Test
    void b_goes_back_as_far_as_the_first_step_and_no_further() throws Exception {
        assertEquals(List.of("start", "card", "login_cps", "card", "start"), shown("1\n1\nb\nB\nb\nq\n"));
    }

    @Test
    void what_is_no_answer_is_asked_for_again() throws Exception {
        var written = walk("0\n4\n4000000000\nyes\n\nq\n");

        assertEquals(5, written.split("That is no answer here\\.", -1).length - 1);
        assertEquals(6, written.split("Number \\(1 to 3\\)", -1).length - 1);
    }

    @Test
    void it_ends_where_nothing_more_can_be_typed() throws Exception {
        assertEquals(List.of("start", "out_of_scope"), shown("2\n"));
        assertTrue(walk("2\n").endsWith("This is the end of the guide; b to go back, q to quit: "));
    }

    private static List<String> shown(String typed) throws InterruptedException {
        return walk(typed)
                .lines()
                .flatMap(line -> GUIDE.steps().stream()
                        .filter(step -> line.equals(step.title()))
                        .map(LoginGuide.Step::id))
                .toList();
    }

    private static String walk(String typed) throws InterruptedException {
        var written = new StringWriter();
        var screen = new Screen(new PrintWriter(written), TEXTS, false);
        new GuidedWalk(GUIDE, new StepText(TEXTS), screen, Keyboard.reading(new StringReader(typed)))
                .from(GUIDE.start());
        return written.toString();
    }
}
