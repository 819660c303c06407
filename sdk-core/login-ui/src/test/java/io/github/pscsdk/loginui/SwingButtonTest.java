package io.github.pscsdk.loginui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import javax.accessibility.AccessibleRole;
import javax.swing.AbstractAction;
import javax.swing.Action;
import javax.swing.ImageIcon;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SwingButtonTest {
    private final AtomicInteger logins = new AtomicInteger();

    private SwingButton button() {
        return PscButton.swing(logins::incrementAndGet);
    }

    private Action action(String name) {
        return new AbstractAction(name) {
            private static final long serialVersionUID = 1;

            @Override
            public void actionPerformed(ActionEvent event) {
                logins.incrementAndGet();
            }
        };
    }

    private static String spokenName(JButton button) {
        return button.getAccessibleContext().getAccessibleName();
    }

    @Test
    void reads_as_ans_writes_it_on_the_screen_and_aloud() {
        var button = button().build();

        assertEquals("S'identifier avec PRO SANTE CONNECT", button.getText());
        assertEquals(PscButton.LABEL, spokenName(button));
        assertEquals(AccessibleRole.PUSH_BUTTON, button.getAccessibleContext().getAccessibleRole());
        assertEquals(Locale.FRENCH, button.getLocale());
    }

    @Test
    void speaks_english_where_it_is_told_to() {
        var button = button().inLanguage(Locale.US).build();

        assertEquals(PscButton.LABEL_IN_ENGLISH, button.getText());
        assertEquals(PscButton.LABEL_IN_ENGLISH, spokenName(button));
        assertEquals(Locale.ENGLISH, button.getLocale());
    }

    @Test
    void artwork_is_named_by_the_wording_that_it_stands_for() {
        var icon = new ImageIcon(new byte[0]);

        var button = button().inLanguage(Locale.ENGLISH).withArtwork(icon).build();

        assertNull(button.getText());
        assertEquals(icon, button.getIcon());
        assertEquals(PscButton.LABEL_IN_ENGLISH, spokenName(button));
    }

    @ParameterizedTest
    @ValueSource(ints = {KeyEvent.VK_ENTER, KeyEvent.VK_SPACE})
    void a_key_presses_it_when_it_has_the_focus(int key) {
        var button = button().build();
        assertTrue(button.isFocusable());
        assertTrue(button.isFocusPainted());

        type(button, key);

        assertEquals(1, logins.get());
    }

    private static void type(JButton button, int key) {
        for (var released : new boolean[] {false, true}) {
            var stroke = KeyStroke.getKeyStroke(key, 0, released);
            var name = button.getInputMap(JComponent.WHEN_FOCUSED).get(stroke);
            var event = new KeyEvent(
                    button,
                    released ? KeyEvent.KEY_RELEASED : KeyEvent.KEY_PRESSED,
                    0,
                    0,
                    key,
                    KeyEvent.CHAR_UNDEFINED);
            assertTrue(
                    SwingUtilities.notifyAction(button.getActionMap().get(name), stroke, event, button, 0),
                    () -> "nothing listens to " + stroke);
        }
    }

    @Test
    void has_no_mnemonic_even_if_the_action_has_one() {
        var action = action("Se connecter");
        action.putValue(Action.MNEMONIC_KEY, KeyEvent.VK_S);

        var button = PscButton.swing(action).build();

        assertEquals(0, button.getMnemonic());
        assertEquals(-1, button.getDisplayedMnemonicIndex());
    }

    @Test
    void keeps_its_wording_whatever_the_action_is_called() {
        var action = action("Se connecter");
        var button = PscButton.swing(action).build();

        action.putValue(Action.NAME, "Connecté");
        action.putValue(Action.SMALL_ICON, new ImageIcon(new byte[0]));

        assertEquals(PscButton.LABEL, button.getText());
        assertEquals(PscButton.LABEL, spokenName(button));
        assertNull(button.getIcon());
    }

    @Test
    void is_enabled_when_the_action_is() {
        var action = action("Se connecter");
        action.setEnabled(false);
        var button = PscButton.swing(action).build();
        assertFalse(button.isEnabled());

        action.setEnabled(true);
        assertTrue(button.isEnabled());
        button.doClick(0);

        action.setEnabled(false);
        assertFalse(button.isEnabled());
        assertEquals(1, logins.get());
    }
}
