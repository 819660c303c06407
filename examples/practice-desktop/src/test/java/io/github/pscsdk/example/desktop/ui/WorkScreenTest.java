package io.github.pscsdk.example.desktop.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.desktop.handover.SantefrReceiver;
import io.github.pscsdk.example.desktop.lab.People;
import io.github.pscsdk.example.desktop.lab.ScriptedSession;
import io.github.pscsdk.example.desktop.model.DesktopModels;
import io.github.pscsdk.example.desktop.model.FormModel;
import io.github.pscsdk.example.desktop.model.ImportModel;
import io.github.pscsdk.example.desktop.model.ModelThreads;
import io.github.pscsdk.example.desktop.model.OutboxModel;
import io.github.pscsdk.example.desktop.model.SessionModel;
import io.github.pscsdk.outbox.Outbox;
import io.github.pscsdk.time.VirtualClock;
import java.awt.Component;
import java.awt.Container;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.JLabel;
import javax.swing.plaf.basic.BasicHTML;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The work is looked at without a display: no window is opened. */
class WorkScreenTest {
    @TempDir
    private Path folder;

    @BeforeAll
    static void install() {
        LookAndFeel.install();
    }

    @Test
    void a_session_that_would_end_by_idleness_is_announced_and_goes_on_at_one_press() throws Exception {
        var clock = VirtualClock.standing();
        var threads = new ModelThreads(Runnable::run, Runnable::run);
        var session = new ScriptedSession(People.pharmacist(), clock.instant().plus(Duration.ofHours(1)));
        try (var outbox = Outbox.open(folder, clock)) {
            var model = new SessionModel(clock, Duration.ofMinutes(10), threads);
            model.enter(session);
            var entries = new OutboxModel(
                    outbox.of(session.professional().nationalId()), new SantefrReceiver(session), threads);
            var work = new DesktopModels.Work(
                    session,
                    new FormModel(session.professional(), entries),
                    entries,
                    new ImportModel(session.professional(), entries, threads));
            var screen = new WorkScreen(model, work, new HelpWindows(null, null, MainWindow.texts(Language.ENGLISH)));
            var warning = (JLabel) named(screen, "session.warning");
            assertFalse(warning.getParent().isVisible());

            session.endsByIdlenessAt(clock.instant().plus(Duration.ofMinutes(4)));
            screen.tick();
            assertTrue(warning.getParent().isVisible());
            assertTrue(warning.getText().contains("4 min"), warning::getText);
            ((AbstractButton) named(screen, "session.extend")).doClick();

            assertFalse(warning.getParent().isVisible());
        }
    }

    @Test
    void words_of_a_file_are_not_taken_for_markup() {
        var list = new EntryList<String>(
                "import", one -> one, one -> new EntryList.Entry(one, List.of()), MainWindow.texts(Language.ENGLISH));

        var drawn = list.drawn(new EntryList.Entry("<html><b>Salle", List.of()), false);

        var label = (JLabel) all((Container) drawn).findFirst().orElseThrow();
        assertEquals("<html><b>Salle", label.getText());
        assertNull(label.getClientProperty(BasicHTML.propertyKey), "it would be drawn as markup");
    }

    private static Component named(Container screen, String name) {
        return all(screen).filter(one -> name.equals(one.getName())).findFirst().orElseThrow();
    }

    private static Stream<Component> all(Container container) {
        return Stream.of(container.getComponents())
                .flatMap(one ->
                        one instanceof Container inner ? Stream.concat(Stream.of(one), all(inner)) : Stream.of(one));
    }
}
