package io.github.pscsdk.example.desktop;

import io.github.pscsdk.example.desktop.config.ConfigurationReader;
import io.github.pscsdk.example.desktop.display.Screenshot;
import io.github.pscsdk.example.desktop.text.Texts;
import io.github.pscsdk.example.desktop.ui.Looks;
import io.github.pscsdk.example.desktop.ui.MainWindow;
import io.github.pscsdk.workstation.PscClientBuilder;
import java.awt.Component;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import javax.swing.JLabel;
import javax.swing.JTabbedPane;
import javax.swing.text.JTextComponent;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.ComponentLookupScope;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.exception.WaitTimedOutError;
import org.assertj.swing.fixture.FrameFixture;
import org.assertj.swing.timing.Condition;
import org.assertj.swing.timing.Pause;
import org.assertj.swing.timing.Timeout;

/** Somebody in front of the software, who has started it with a file of settings. */
final class Person implements AutoCloseable {
    private static final Timeout PATIENCE = Timeout.timeout(20, TimeUnit.SECONDS);

    private final Program program;
    private final Robot robot;
    private final FrameFixture window;

    private Person(Program program) {
        this.program = program;
        robot = BasicRobot.robotWithNewAwtHierarchy();
        robot.settings().componentLookupScope(ComponentLookupScope.SHOWING_ONLY);
        MainWindow main = GuiActionRunner.execute(() -> {
            Looks.install();
            return program.window(Texts.in(Locale.FRENCH), () -> {});
        });
        window = new FrameFixture(robot, main);
        // Not by the fixture, which moves it: AWT may then take it to be where it is not, and clicks go astray.
        GuiActionRunner.execute(() -> main.setVisible(true));
        robot.waitForIdle();
    }

    static Person starting(Path settings) throws Exception {
        return starting(settings, UnaryOperator.identity());
    }

    static Person starting(Path settings, UnaryOperator<PscClientBuilder> change) throws Exception {
        var configuration = new ConfigurationReader(Map.of(), settings.getParent()).read(settings);
        return new Person(Program.start(configuration, Clock.systemUTC(), change));
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
        return GuiActionRunner.execute(() -> words(robot.finder()
                .findAll(c -> name.equals(c.getName()) && c.isShowing())
                .iterator()
                .next()));
    }

    private static String words(Component component) {
        if (component instanceof JTextComponent text) {
            return text.getText();
        }
        if (component instanceof JLabel label) {
            return label.getText();
        }
        if (component instanceof JTabbedPane tabs) {
            return tabs.getTitleAt(tabs.getTabCount() - 1);
        }
        return "";
    }

    Person clicks(String name) {
        sees(name);
        waitUntil(
                "use " + name,
                () -> window.robot().finder().findByName(window.target(), name).isEnabled());
        window.button(name).click();
        return this;
    }

    /** Clicks until it is chosen: without a window manager, a window that has just come up loses clicks. */
    Person chooses(String radio) {
        sees(radio);
        var button = window.radioButton(radio);
        waitUntil("choose " + radio, () -> {
            button.click();
            robot.waitForIdle();
            return GuiActionRunner.execute(() -> button.target().isSelected());
        });
        return this;
    }

    Person types(String field, String text) {
        sees(field);
        window.textBox(field).setText(text);
        return this;
    }

    Person picks(String box, int item) {
        window.comboBox(box).selectItem(item);
        return this;
    }

    Person opensTab(int index) {
        window.tabbedPane("tabs").selectTab(index);
        return this;
    }

    Person photographs(String name) {
        robot.waitForIdle();
        Screenshot.of(window.target(), name);
        return this;
    }

    private void waitUntil(String what, BooleanSupplier condition) {
        var seen = new Condition(what) {
            @Override
            public boolean test() {
                return condition.getAsBoolean();
            }
        };
        try {
            Pause.pause(seen, PATIENCE);
        } catch (WaitTimedOutError e) {
            // Now, while the window is there.
            Screenshot.ofFailure("waited to " + what.replaceAll("[^a-z-]+", " "));
            throw e;
        }
    }

    /** Closes the window and ends the program. */
    @Override
    public void close() {
        window.close();
        robot.cleanUp();
        program.close();
    }
}
