package io.github.pscsdk.example.desktop.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.declaration.OfferKind;
import io.github.pscsdk.example.declaration.form.DeclarationForm;
import io.github.pscsdk.example.declaration.form.FieldValues;
import io.github.pscsdk.example.declaration.form.FormField;
import io.github.pscsdk.example.declaration.form.FormField.Input;
import io.github.pscsdk.example.declaration.form.FormStep;
import io.github.pscsdk.example.desktop.handover.SantefrReceiver;
import io.github.pscsdk.example.desktop.lab.People;
import io.github.pscsdk.example.desktop.lab.ScriptedSession;
import io.github.pscsdk.example.desktop.lab.Sheets;
import io.github.pscsdk.example.desktop.model.FormModel;
import io.github.pscsdk.example.desktop.model.ModelThreads;
import io.github.pscsdk.example.desktop.model.OutboxModel;
import io.github.pscsdk.outbox.Outbox;
import io.github.pscsdk.testkit.support.FullDisk;
import io.github.pscsdk.time.VirtualClock;
import java.awt.Component;
import java.awt.Container;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.JLabel;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is shown is looked at without a display: no window is opened. */
class FormPanelTest {
    private final VirtualClock clock = VirtualClock.standing();

    @TempDir
    private Path folder;

    @BeforeAll
    static void install() {
        LookAndFeel.install();
    }

    @Test
    void what_cannot_be_kept_is_told_in_the_form_which_stays_as_it_is() throws Exception {
        var session = new ScriptedSession(People.pharmacist(), clock.instant().plus(Duration.ofHours(1)));
        session.fails(new PscException(LoginProblem.SERVER_HALF_UNREACHABLE, "no route"));
        try (var disk = FullDisk.empty();
                var outbox = Outbox.open(folder, clock)) {
            var entries = new OutboxModel(
                    outbox.of(session.professional().nationalId()),
                    new SantefrReceiver(session),
                    new ModelThreads(Runnable::run, Runnable::run));
            var form = new FormModel(session.professional(), entries);
            form.change(before -> Sheets.complete());
            form.go(FormStep.CHECK);
            var texts = MainWindow.texts(Language.FRENCH);
            var panel = new FormPanel(form, texts);
            form.onChange(panel::refresh);

            disk.fillUp(1);
            press(panel, "form.hand-over");

            assertEquals(" ", ((JLabel) named(panel, "form.outcome").orElseThrow()).getText());
            assertTrue(named(panel, "form.not-kept").isPresent());
            assertEquals("Le disque n’accepte plus rien\u00a0: rien n’a été enregistré.", words(panel, "remedy.title"));
            assertEquals(Sheets.complete(), form.content());

            disk.tidyUp();
            press(panel, "form.hand-over");

            assertEquals(
                    texts.get("form.handed-over"),
                    ((JLabel) named(panel, "form.outcome").orElseThrow()).getText());
            assertTrue(named(panel, "form.not-kept").isEmpty());
            assertEquals(List.of(), form.content().offers());
        }
    }

    @Test
    void whatever_is_typed_or_ticked_in_a_field_stands_in_the_declaration_and_in_the_field_again() throws Exception {
        var session = new ScriptedSession(People.pharmacist(), clock.instant().plus(Duration.ofHours(1)));
        try (var outbox = Outbox.open(folder, clock)) {
            var entries = new OutboxModel(
                    outbox.of(session.professional().nationalId()),
                    new SantefrReceiver(session),
                    new ModelThreads(Runnable::run, Runnable::run));
            var form = new FormModel(session.professional(), entries);
            form.change(before -> DeclarationForm.withOffer(before, OfferKind.TESTING));
            form.change(before -> DeclarationForm.withOffer(before, OfferKind.VACCINATION));
            for (var step : FormStep.values()) {
                form.go(step);
                var panel = new FormPanel(form, MainWindow.texts(Language.FRENCH));
                for (var field : DeclarationForm.fields(step, form.content())) {
                    fill(panel, field);
                }
                var again = new FormPanel(form, MainWindow.texts(Language.FRENCH));
                for (var field : DeclarationForm.fields(step, form.content())) {
                    assertEquals(
                            expected(field),
                            FieldValues.of(form.content(), List.of(field)).all(field),
                            field::path);
                    assertEquals(expected(field), shown(again, field), field::path);
                }
            }
        }
    }

    private static List<String> expected(FormField field) {
        return field.choices().isEmpty() ? List.of("typed") : field.choices().subList(0, 1);
    }

    private static void fill(Container panel, FormField field) {
        if (field.input() == Input.DAY) {
            press(panel, field.path() + ".open");
        }
        if (field.choices().isEmpty()) {
            ((JTextComponent) named(panel, field.path()).orElseThrow()).setText("typed");
        } else {
            press(panel, field.path() + "." + field.choices().get(0));
        }
    }

    private static List<String> shown(Container panel, FormField field) {
        return field.choices().isEmpty()
                ? List.of(words(panel, field.path()))
                : field.choices().stream()
                        .filter(value -> ((AbstractButton)
                                        named(panel, field.path() + "." + value).orElseThrow())
                                .isSelected())
                        .toList();
    }

    private static void press(Container panel, String button) {
        ((AbstractButton) named(panel, button).orElseThrow()).doClick();
    }

    private static String words(Container panel, String name) {
        return ((JTextComponent) named(panel, name).orElseThrow()).getText();
    }

    private static Optional<Component> named(Container container, String name) {
        return all(container)
                .filter(component -> name.equals(component.getName()))
                .findFirst();
    }

    private static Stream<Component> all(Container container) {
        return Stream.of(container.getComponents())
                .flatMap(component -> component instanceof Container inner
                        ? Stream.concat(Stream.of(component), all(inner))
                        : Stream.of(component));
    }
}
