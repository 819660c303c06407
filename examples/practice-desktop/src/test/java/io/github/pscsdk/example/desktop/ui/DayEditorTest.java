package io.github.pscsdk.example.desktop.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.desktop.declaration.DeclarationForm;
import io.github.pscsdk.example.desktop.field.Field;
import io.github.pscsdk.example.desktop.field.Week;
import io.github.pscsdk.example.desktop.lab.People;
import io.github.pscsdk.example.desktop.lab.Sheets;
import java.awt.Container;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.swing.JButton;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is shown is looked at without a display: no window is opened. */
class DayEditorTest {
    @BeforeAll
    static void install() {
        LookAndFeel.install();
    }

    @Test
    void one_press_takes_the_hours_that_are_suggested() {
        var editor = new DayEditor(DayOfWeek.MONDAY, MainWindow.texts(Language.FRENCH));
        editor.show(new Week.Day(List.of(), "9h/12h-14h/18h"));
        var week = new Week(Map.of(DayOfWeek.MONDAY, editor.value())).text();
        var form = new DeclarationForm(People.pharmacist());
        editor.show(form.check(Sheets.complete().with(Field.HOURS, week)).findings());

        var buttons = buttons(editor.findings()).toList();
        buttons.get(0).doClick();

        assertEquals("HOURS.MONDAY.accept", buttons.get(0).getName());
        assertEquals(new Week.Day(List.of("09:00", "12:00", "14:00", "18:00"), ""), editor.value());
        assertEquals(0, buttons(editor.findings()).count());
    }

    private static Stream<JButton> buttons(Container container) {
        return Arrays.stream(container.getComponents())
                .flatMap(part -> part instanceof JButton button
                        ? Stream.of(button)
                        : part instanceof Container inner ? buttons(inner) : Stream.empty());
    }
}
