package io.github.pscsdk.loginui;

import javax.swing.Action;
import javax.swing.Icon;
import javax.swing.JButton;
import javax.swing.KeyStroke;

/** A button that says its wording, whatever the action behind it is called. */
final class LoginButton extends JButton {
    private static final long serialVersionUID = 1;

    LoginButton(Action login, Wording wording) {
        super(wording.label());
        setAction(login);
        setLocale(wording.locale());
        getAccessibleContext().setAccessibleName(wording.label());
        // Most looks bind Space alone, and leave Enter to the default button of the window.
        getInputMap().put(KeyStroke.getKeyStroke("ENTER"), "pressed");
        getInputMap().put(KeyStroke.getKeyStroke("released ENTER"), "released");
    }

    /** Shows a picture in place of the text; the accessible name stays. */
    void show(Icon artwork) {
        setText(null);
        setIcon(artwork);
    }

    @Override
    protected void configurePropertiesFromAction(Action action) {
        setEnabled(action == null || action.isEnabled());
    }

    @Override
    protected void actionPropertyChanged(Action action, String property) {
        if ("enabled".equals(property)) {
            setEnabled(action.isEnabled());
        }
    }
}
