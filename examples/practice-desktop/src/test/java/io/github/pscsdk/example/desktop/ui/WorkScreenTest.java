package io.github.pscsdk.example.desktop.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.desktop.lab.People;
import io.github.pscsdk.example.desktop.lab.ScriptedSession;
import io.github.pscsdk.example.desktop.model.ModelThreads;
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
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.SwingUtilities;
import javax.swing.plaf.basic.BasicHTML;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The work is looked at without a display: no window is opened. */
class WorkScreenTest {
    private final VirtualClock clock = VirtualClock.standing();

    @TempDir
    private Path folder;

    private Outbox outbox;
    private ScriptedSession session;
    private WorkScreen screen;

    @BeforeAll
    static void install() {
        LookAndFeel.install();
    }

    @BeforeEach
    void open() throws Exception {
        outbox = Outbox.open(folder, clock);
    }

    @AfterEach
    void close() {
        outbox.close();
    }

    private void shows(Professional professional) {
        session = new ScriptedSession(professional, clock.instant().plus(Duration.ofHours(1)));
        var threads = new ModelThreads(Runnable::run, Runnable::run);
        var model = new SessionModel(outbox, clock, threads);
        model.enter(session);
        screen = new WorkScreen(model, new HelpWindows(null, null, null, MainWindow.texts(Language.ENGLISH)));
    }

    @Test
    void a_session_that_would_end_by_idleness_is_announced_and_goes_on_at_one_press() {
        shows(People.pharmacist());
        var warning = (JLabel) named("session.warning");
        assertFalse(warning.getParent().isVisible());

        session.endsByIdlenessAt(clock.instant().plus(Duration.ofMinutes(4)));
        screen.tick();
        assertTrue(warning.getParent().isVisible());
        assertTrue(warning.getText().contains("4 min"), warning::getText);
        ((AbstractButton) named("session.extend")).doClick();

        assertFalse(warning.getParent().isVisible());
    }

    @Test
    void a_place_of_the_directory_is_not_taken_for_markup() {
        shows(People.pharmacistAt("<html><b>Pharmacie"));
        var places = (JComboBox<?>) named("work.place");

        assertPlain("<html><b>Pharmacie, 75000 VILLE-TEST", drawn(places));
        LookAndFeel.change();
        SwingUtilities.updateComponentTreeUI(screen);
        LookAndFeel.change();
        assertPlain("<html><b>Pharmacie, 75000 VILLE-TEST", drawn(places));
    }

    private static <E> JLabel drawn(JComboBox<E> places) {
        var place = places.getItemAt(0);
        return (JLabel) places.getRenderer().getListCellRendererComponent(new JList<>(), place, 0, false, false);
    }

    @Test
    void words_of_a_file_are_not_taken_for_markup() {
        var list = new EntryList<String>(
                "import", one -> one, one -> new EntryList.Entry(one, List.of()), MainWindow.texts(Language.ENGLISH));

        var drawn = list.drawn(new EntryList.Entry("<html><b>Salle", List.of()), false);

        assertPlain(
                "<html><b>Salle", (JLabel) all((Container) drawn).findFirst().orElseThrow());
    }

    private static void assertPlain(String words, JLabel label) {
        assertEquals(words, label.getText());
        assertNull(label.getClientProperty(BasicHTML.propertyKey), "it would be drawn as markup");
    }

    private Component named(String name) {
        return all(screen).filter(one -> name.equals(one.getName())).findFirst().orElseThrow();
    }

    private static Stream<Component> all(Container container) {
        return Stream.of(container.getComponents())
                .flatMap(one ->
                        one instanceof Container inner ? Stream.concat(Stream.of(one), all(inner)) : Stream.of(one));
    }
}
