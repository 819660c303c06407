package io.github.pscsdk.example.desktop;

import io.github.pscsdk.example.desktop.config.ConfigurationReader;
import io.github.pscsdk.example.desktop.display.Room;
import io.github.pscsdk.example.desktop.display.Screenshot;
import io.github.pscsdk.example.desktop.display.WordsOnScreen;
import io.github.pscsdk.example.desktop.ui.LookAndFeel;
import io.github.pscsdk.example.desktop.ui.MainWindow;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.workstation.PscClientBuilder;
import java.awt.Component;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.datatransfer.DataFlavor;
import java.awt.event.ActionEvent;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.swing.AbstractButton;
import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JTabbedPane;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.ComponentLookupScope;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.finder.JFileChooserFinder;
import org.assertj.swing.fixture.FrameFixture;

/** Somebody in front of the software, who has started it with a file of settings. */
final class Person implements AutoCloseable {
    private final PracticeDesktop program;
    private final Robot robot;
    private final FrameFixture window;

    private Person(PracticeDesktop program) {
        this.program = program;
        robot = BasicRobot.robotWithNewAwtHierarchy();
        robot.settings().componentLookupScope(ComponentLookupScope.SHOWING_ONLY);
        // The robot posts no event of its own, see uses(): none is under way that it would have to wait for.
        robot.settings().eventPostingDelay(0);
        MainWindow main = GuiActionRunner.execute(() -> {
            LookAndFeel.install();
            return program.window(() -> {});
        });
        window = new FrameFixture(robot, main);
        GuiActionRunner.execute(() -> main.setVisible(true));
        robot.waitForIdle();
    }

    static Person starting(Path settings) throws Exception {
        return starting(settings, UnaryOperator.identity());
    }

    static Person starting(Path settings, UnaryOperator<PscClientBuilder> change) throws Exception {
        var configuration = ConfigurationReader.read(settings, settings.getParent());
        return new Person(PracticeDesktop.start(configuration, Clock.systemUTC(), change));
    }

    FrameFixture window() {
        return window;
    }

    /** Waits until a component of that name can be seen. */
    Person sees(String name) {
        waitUntil("see " + name, () -> isShowing(name));
        return this;
    }

    Person sees(String name, String words) {
        waitUntil(
                "read " + words + " in " + name,
                () -> isShowing(name) && text(name).contains(words));
        return this;
    }

    /** Fills in a declaration of vaccinations, from the first step to the last. */
    Person fillsIn() {
        return clicks("form.next")
                .clicks("offer.add.vaccination")
                .clicks("form.next")
                .clicks("week.0")
                .clicks("form.next")
                .clicks("offers[0].appointment.required")
                .types("offers[0].phone", "01 00 00 00 01")
                .types("offers[0].details", "Sonner à l’interphone.")
                .clicks("form.next")
                .sees("form.hand-over");
    }

    /** Waits until nothing stands there, such as that something is being sent. */
    Person seesNothingIn(String name) {
        waitUntil("see nothing in " + name, () -> isShowing(name) && text(name).isBlank());
        return this;
    }

    /** Waits until those words stand in a list. */
    Person reads(String list, String words) {
        sees(list);
        waitUntil("read " + words + " in " + list, () -> entries(list).contains(words));
        return this;
    }

    /** What a screen reader says of the entries. */
    private String entries(String list) {
        var target = window.list(list).target();
        return GuiActionRunner.execute(() -> {
            var all = new StringBuilder();
            var context = target.getAccessibleContext();
            for (var i = 0; i < context.getAccessibleChildrenCount(); i++) {
                all.append(context.getAccessibleChild(i).getAccessibleContext().getAccessibleName());
            }
            return all.toString();
        });
    }

    boolean isShowing(String name) {
        return robot.finder().findAll(component -> name.equals(component.getName()) && component.isShowing()).stream()
                .findAny()
                .isPresent();
    }

    private String text(String name) {
        return GuiActionRunner.execute(() -> words(first(name)));
    }

    private Component first(String name) {
        return robot.finder().findAll(c -> name.equals(c.getName()) && c.isShowing()).stream()
                .min(Comparator.comparing((Component c) -> c.getLocationOnScreen().y))
                .orElseThrow();
    }

    private static String words(Component component) {
        if (component instanceof JTextComponent text) {
            return text.getText();
        }
        if (component instanceof JLabel label) {
            return label.getText();
        }
        if (component instanceof JTabbedPane tabs) {
            return IntStream.range(0, tabs.getTabCount())
                    .mapToObj(tabs::getTitleAt)
                    .collect(Collectors.joining(" "));
        }
        return "";
    }

    /** Presses a button that can be seen and pressed. */
    Person clicks(String name) {
        sees(name);
        waitUntil(
                "use " + name,
                () -> does(() -> found(name, AbstractButton.class).isEnabled()));
        return uses(() -> found(name, AbstractButton.class).doClick());
    }

    Person chooses(String radio) {
        return clicks(radio);
    }

    Person types(String field, String text) {
        sees(field);
        return uses(() -> found(field, JTextComponent.class).setText(text));
    }

    /** What stands in a field. */
    String value(String field) {
        return GuiActionRunner.execute(() -> found(field, JTextComponent.class).getText());
    }

    /** The button that Enter presses in the main window; blank for none. */
    String defaultButton() {
        return GuiActionRunner.execute(() -> Optional.ofNullable(
                        ((JFrame) window.target()).getRootPane().getDefaultButton())
                .map(Component::getName)
                .orElse(""));
    }

    boolean isEditable(String field) {
        return does(() -> found(field, JTextComponent.class).isEditable());
    }

    /** Presses the first of several buttons of that name. */
    Person clicksFirst(String name) {
        return uses(() -> ((AbstractButton) first(name)).doClick());
    }

    /** What stands in the first of several components of that name. */
    String firstWords(String name) {
        return text(name);
    }

    /** What was copied last. */
    String copied() {
        return GuiActionRunner.execute(
                () -> (String) Toolkit.getDefaultToolkit().getSystemClipboard().getData(DataFlavor.stringFlavor));
    }

    boolean isEnabled(String button) {
        return does(() -> found(button, AbstractButton.class).isEnabled());
    }

    /** Where the tabulator leads to. */
    String nextFrom(String name) {
        return GuiActionRunner.execute(() -> {
            var root = window.target();
            return root.getFocusTraversalPolicy()
                    .getComponentAfter(root, found(name, Component.class))
                    .getName();
        });
    }

    /**
     * Waits until keys go there as long as its window has them: which window has them is told by a window manager, and
     * there is none here.
     */
    Person focuses(String name) {
        sees(name);
        waitUntil(
                "have keys go to " + name,
                () -> does(() -> {
                    var field = found(name, Component.class);
                    return SwingUtilities.getWindowAncestor(field).getMostRecentFocusOwner() == field;
                }));
        return this;
    }

    /** Chooses an entry of a menu, which need not be open. */
    Person choosesInMenu(String item) {
        uses(() -> entry(((JFrame) window.target()).getJMenuBar(), item).doClick());
        return this;
    }

    private static AbstractButton entry(JMenuBar bar, String name) {
        return Arrays.stream(bar.getComponents())
                .map(JMenu.class::cast)
                .flatMap(menu -> Arrays.stream(menu.getMenuComponents()))
                .filter(item -> name.equals(item.getName()))
                .map(AbstractButton.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /** All words that can be read now, or be heard from a screen reader. */
    Set<String> words() {
        robot.waitForIdle();
        return GuiActionRunner.execute(WordsOnScreen::all);
    }

    /** How many windows are open. */
    long windows() {
        return GuiActionRunner.execute(() ->
                Arrays.stream(Window.getWindows()).filter(Window::isShowing).count());
    }

    /** Waits until those words stand in some window. */
    Person readsAnywhere(String words) {
        waitUntil("read " + words, () -> isSomewhere(words));
        return this;
    }

    /** Waits until those words stand in no window any more. */
    Person readsNowhere(String words) {
        waitUntil("read no more " + words, () -> !isSomewhere(words));
        return this;
    }

    private boolean isSomewhere(String words) {
        return words().stream().anyMatch(text -> text.replace('\u00A0', ' ').contains(words));
    }

    Person opensTab(int index) {
        sees("tabs");
        return uses(() -> found("tabs", JTabbedPane.class).setSelectedIndex(index));
    }

    Person photographs(String name) {
        robot.waitForIdle();
        Screenshot.of(window.target(), name);
        return this;
    }

    // Through the components, not the pointer: without a window manager, AWT is at times wrong about where a new window
    // is, and
    // clicks go astray.
    private Person uses(Runnable action) {
        GuiActionRunner.execute(action::run);
        robot.waitForIdle();
        return this;
    }

    private static boolean does(BooleanSupplier question) {
        return GuiActionRunner.execute(question::getAsBoolean);
    }

    private <T extends Component> T found(String name, Class<T> type) {
        return robot.finder().findByName(name, type, true);
    }

    private void waitUntil(String what, BooleanSupplier condition) {
        try {
            Await.until(what, condition::getAsBoolean);
        } catch (AssertionError e) {
            // Now, while the window is there.
            Screenshot.ofFailure("waited to " + what.replaceAll("[^a-z-]+", " "));
            throw e;
        }
    }

    /** As {@link #photographs(String)}, of a window that was opened beside. */
    Person photographs(String beside, String name) {
        robot.waitForIdle();
        Screenshot.of(found(beside, Window.class), name);
        return this;
    }

    /** Presses a button that asks for a file, and names that one. */
    Person clicksAndNames(String button, Path file) {
        sees(button);
        waitUntil("use " + button, () -> isEnabled(button));
        clicksLater(button);
        var chooser = JFileChooserFinder.findFileChooser()
                .withTimeout(Await.LIMIT.toMillis())
                .using(robot)
                .target();
        return uses(() -> {
            chooser.setSelectedFile(file.toFile());
            chooser.approveSelection();
        });
    }

    /** Presses a button that asks a question, and the button of that answer. */
    Person clicksAndAnswers(String button, String answer) {
        sees(button);
        waitUntil("use " + button, () -> isEnabled(button));
        clicksLater(button);
        waitUntil("answer " + answer, () -> answer(answer).isPresent());
        return uses(() -> answer(answer).orElseThrow().doClick());
    }

    private Optional<AbstractButton> answer(String words) {
        return robot
                .finder()
                .findAll(one ->
                        one.isShowing() && one instanceof AbstractButton button && words.equals(button.getText()))
                .stream()
                .findFirst()
                .map(AbstractButton.class::cast);
    }

    /** Not by waiting: the question is there until somebody answers it. */
    private void clicksLater(String button) {
        SwingUtilities.invokeLater(() -> found(button, AbstractButton.class).doClick());
    }

    /** Presses a key in a window that was opened beside. */
    Person presses(String beside, int key) {
        sees(beside);
        return uses(() -> {
            var window = found(beside, JDialog.class);
            var stroke = KeyStroke.getKeyStroke(key, 0);
            var pane = window.getRootPane();
            pane.getActionForKeyStroke(stroke)
                    .actionPerformed(new ActionEvent(pane, ActionEvent.ACTION_PERFORMED, null));
        });
    }

    /** Whether all that is shown there has the room that its words need. */
    boolean isAllShown(String beside) {
        return does(() -> Room.isEnough(found(beside, JDialog.class).getContentPane()));
    }

    /** Closes the window and ends the program. */
    @Override
    public void close() {
        window.close();
        robot.cleanUp();
        program.close();
    }
}
